/** Opening a file costs a compiler about as much as reading this many characters of types. */
const FILE_COST = 8000;

/** A type that several modules use. */
export interface SharedType {
  readonly name: string;
  /** Length of its text. */
  readonly size: number;
  /** Numbers of the programs that read it. */
  readonly readers: ReadonlySet<number>;
  /** Names of the shared types that use it. */
  readonly users: readonly string[];
  /** Path of the module that declares it beside request functions; null if the module has only types. */
  readonly resource: string | null;
}

/** A file of a resource. */
interface ResourceFile {
  size: number;
  readonly readers: Set<number>;
}

/**
 * Decides which types move, and where. A resource with requests gets a file of its own, without its functions. A type
 * without requests moves to the file of a resource that uses it if that saves programs reading, and stays in its own
 * module otherwise. So each declaration is in a file that has the name of its module, or of a resource that uses it.
 *
 * @param types shared types, in a fixed order
 * @returns the path of the module after which the file of a type is named, by the name of the type
 */
export function chooseHomes(types: readonly SharedType[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  const files = new Map<string, ResourceFile>();
  const add = ({ name, size, readers }: SharedType, home: string): void => {
    const file = files.get(home) ?? { size: 0, readers: new Set() };
    file.size += size;
    for (const reader of readers) file.readers.add(reader);
    files.set(home, file);
    homes.set(name, home);
  };
  for (const type of types) if (type.resource !== null) add(type, type.resource);
  let left = types.filter(({ resource }) => resource === null);
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter((type) => {
      const home = bestHome(type, homes, files);
      if (home !== null) add(type, home);
      return home === null;
    });
  }
  return homes;
}

/** The file of a user of the type that saves most reading; null if none saves any. */
function bestHome(
  type: SharedType,
  homes: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, ResourceFile>,
): string | null {
  let best: string | null = null;
  let most = 0;
  for (const home of new Set(type.users.flatMap((user) => homes.get(user) ?? []))) {
    const file = files.get(home);
    const saved = file === undefined ? 0 : savedBy(type, file);
    if (saved > most) [best, most] = [home, saved];
  }
  return best;
}

/** Characters that programs save: one file for readers of both, minus what other readers read unnecessarily. */
function savedBy(type: SharedType, file: ResourceFile): number {
  const both = [...type.readers].filter((reader) => file.readers.has(reader)).length;
  return FILE_COST * both - file.size * (type.readers.size - both) - type.size * (file.readers.size - both);
}

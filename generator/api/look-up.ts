/** What linking an operation may look up in the context. */
const KINDS = ["id", "name", "file", "names", "values", "list", "stub", "listed", "type"] as const;
export type LookUpKind = (typeof KINDS)[number];

/** Something that was looked up: its kind, a blank, and the key. */
export type LookUp = string;

/** What was looked up, and what stood there. */
export interface Reads {
  readonly keys: readonly LookUp[];
  readonly digest: string;
}

/** What a step depends on besides what it looks up: plain data, which is the same while it is one object. */
export type More = object | string | null;

/** The two parts of a look-up. */
export function splitLookUp(key: LookUp): readonly [kind: LookUpKind, name: string] {
  const blank = key.indexOf(" ");
  const kind = KINDS.find((each) => each === key.slice(0, blank));
  if (kind === undefined) throw new Error(`Unexpected look-up ${key}, expected its kind first`);
  return [kind, key.slice(blank + 1)];
}

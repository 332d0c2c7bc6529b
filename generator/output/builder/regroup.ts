import type { Texts } from "./compile.ts";
import type { DeclarationModule, Imported, Statement } from "./declarations.ts";
import { clusterItems } from "./cluster.ts";
import { reachedFrom, type Graph } from "./graph.ts";
import { printModule } from "./print.ts";
import { rollUp } from "./roll-up.ts";

/** A type of the package, and the module that declares it. */
interface Place {
  readonly module: DeclarationModule;
  /** Several where a constant of the same name belongs to the type. */
  readonly statements: readonly Statement[];
}

type Types = ReadonlyMap<string, Place>;
/** The shared file that a type goes to, by its name. */
type Homes = ReadonlyMap<string, string>;

/** What a program imports of the runtime. */
const RUNTIME_INDEX = "runtime/index";

/**
 * Puts the types that modules share into files without functions, those together that are read together: a compiler's
 * time goes into the number of files it opens, and into request functions beside a type that a program does not call.
 * Modules keep their functions with options and bodies, and pass on what they declared before.
 * The runtime becomes one file.
 *
 * @returns texts of the declaration files by path below `dist`
 */
export function regroup(all: readonly DeclarationModule[]): Texts {
  const runtime = all.filter(({ module }) => isRuntime(module));
  const modules = all.filter(({ module }) => !isRuntime(module));
  const types = typesOf(modules);
  const homes = homesOf(modules, types);
  const shared = [...new Set(homes.values())].map((home) => [`${home}.d.ts`, printShared(home, homes, types)] as const);
  const kept = modules.map((module) => [`${module.module}.d.ts`, printKept(module, homes)] as const);
  const rolled = runtime.length === 0 ? [] : [[`${RUNTIME_INDEX}.d.ts`, rollUp(runtime, RUNTIME_INDEX)] as const];
  return new Map([...shared, ...kept, ...rolled]);
}

/** The runtime's types are few, and stay in a file of their own. */
export function isRuntime(module: string): boolean {
  return module.startsWith("runtime/") || module.startsWith("package:");
}

/** Types by name; the generator gives each a name of its own. */
function typesOf(modules: readonly DeclarationModule[]): Types {
  const types = new Map<string, Place>();
  for (const module of modules) {
    for (const name of new Set(module.statements.map((statement) => statement.name))) {
      const statements = module.statements.filter((statement) => statement.name === name);
      const isType = statements.some(({ kind }) => kind === "type" || kind === "enum");
      if (!isType || statements.some(({ kind }) => kind === "other")) continue;
      if (types.has(name)) throw new Error(`Unexpected second type ${name}, expected it once`);
      types.set(name, { module, statements });
    }
  }
  return types;
}

function usesOf(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(statements.flatMap(({ uses }) => [...uses]));
}

/** Types that some statements of a module refer to, by the names that these have in the package. */
function namedTypes(names: Iterable<string>, module: DeclarationModule, types: Types): readonly string[] {
  return [...names].flatMap((name) => {
    const imported = module.imports.get(name);
    if (imported !== undefined && isRuntime(imported.module)) return [];
    return types.has(imported?.name ?? name) ? [imported?.name ?? name] : [];
  });
}

/** Where each type goes that more than one module needs. A module is what a program imports, so it counts as one. */
function homesOf(modules: readonly DeclarationModule[], types: Types): Homes {
  const graph: Graph = new Map(
    [...types].map(([name, { module, statements }]) => [name, namedTypes(usesOf(statements), module, types)]),
  );
  const shared = [...sharedTypes(modules, types, graph)].filter((name) => isMovable(types.get(name), types));
  const readers = new Map(shared.map((name) => [name, new Set<number>()]));
  for (const [index, module] of modules.entries()) {
    const starts = module.statements.flatMap(({ name, uses }) => namedTypes([name, ...uses], module, types));
    for (const name of reachedFrom(starts, graph)) readers.get(name)?.add(index);
  }
  const items = shared.toSorted().map((name) => {
    const size = (types.get(name)?.statements ?? []).reduce((sum, { text }) => sum + text.length, 0);
    return { name, size, readers: readers.get(name) ?? new Set<number>() };
  });
  return nameHomes(clusterItems(items), readers);
}

/** Types that a module names which does not declare them, and all that these lead to. */
function sharedTypes(modules: readonly DeclarationModule[], types: Types, graph: Graph): ReadonlySet<string> {
  const named = modules.flatMap((module) => {
    const used = namedTypes(usesOf(module.statements), module, types);
    return used.filter((name) => types.get(name)?.module !== module);
  });
  return reachedFrom(named, graph);
}

/** A file is called after the type that most programs read, in a spelling that no other file has without case. */
function nameHomes(files: readonly (readonly string[])[], readers: ReadonlyMap<string, ReadonlySet<number>>): Homes {
  const homes = new Map<string, string>();
  const taken = new Set<string>();
  const count = (name: string): number => readers.get(name)?.size ?? 0;
  for (const names of files) {
    const leader = names.reduce((most, name) => (count(name) > count(most) ? name : most), names[0] ?? "");
    let home = `types/${leader}`;
    while (taken.has(home.toLowerCase())) home += "_";
    taken.add(home.toLowerCase());
    for (const name of names) homes.set(name, home);
  }
  return homes;
}

/** A type that uses a name of the language stays where no type of the package hides that name. */
function isMovable(place: Place | undefined, types: Types): boolean {
  if (place === undefined) return false;
  const { module, statements } = place;
  return [...usesOf(statements)].every(
    (name) => module.imports.has(name) || !types.has(name) || types.get(name)?.module === module,
  );
}

/** Whether a type of a module goes to a shared file. A function never has the name of a type. */
function isMoved(name: string, module: DeclarationModule, homes: Homes): boolean {
  return homes.has(name) && !module.imports.has(name);
}

/** What a module means by a name, wherever that stands now; null for what it declares itself or the language has. */
function meaning(name: string, module: DeclarationModule, homes: Homes): Imported | null {
  const imported = module.imports.get(name);
  if (imported !== undefined) {
    const home = isRuntime(imported.module) ? undefined : homes.get(imported.name);
    return home === undefined ? imported : { module: home, name: imported.name };
  }
  const home = homes.get(name);
  const isGone = isMoved(name, module, homes) && module.statements.some((statement) => statement.name === name);
  return home === undefined || !isGone ? null : { module: home, name };
}

/** A module without the types that went elsewhere; it exports them as before. */
function printKept(module: DeclarationModule, homes: Homes): string {
  const passedOn = module.statements.filter(({ name }) => isMoved(name, module, homes));
  const statements = module.statements.filter((statement) => !passedOn.includes(statement));
  const imports = new Map<string, Imported>();
  for (const name of usesOf(statements)) {
    const meant = meaning(name, module, homes);
    if (meant !== null) imports.set(name, meant);
  }
  return printModule({ module: module.module, imports, statements, exports: module.exports, passedOn, homes });
}

/** A file of types from many modules, by name. */
function printShared(home: string, homes: Homes, types: Types): string {
  const names = [...homes].flatMap(([name, at]) => (at === home ? [name] : []));
  const places = names.sort().flatMap((name) => types.get(name) ?? []);
  const imports = new Map<string, Imported>();
  for (const { module, statements } of places) {
    for (const name of usesOf(statements)) {
      const meant = meaning(name, module, homes);
      if (meant !== null && meant.module !== home) addImport(imports, name, meant);
    }
  }
  const statements = places.flatMap((place) => place.statements);
  return printModule({ module: home, imports, statements, exports: [], passedOn: [], homes });
}

/** One name means the same in all modules: the generator decides names for the whole package. */
function addImport(imports: Map<string, Imported>, name: string, meant: Imported): void {
  const known = imports.get(name);
  if (known !== undefined && (known.module !== meant.module || known.name !== meant.name)) {
    throw new Error(`Unexpected second meaning of ${name}: ${meant.module}, expected ${known.module}`);
  }
  imports.set(name, meant);
}

import type { Texts } from "./compile.ts";
import type { DeclarationModule, Imported, Statement } from "./declarations.ts";
import { clusterItems } from "./cluster.ts";
import { reachedFrom, type Graph } from "./graph.ts";
import { printModule } from "./print.ts";
import { rollUp } from "./roll-up.ts";

/** A type of the package, and the module that declares it. */
interface DeclaredType {
  readonly module: DeclarationModule;
  /** Several statements if a constant has the same name as the type. */
  readonly statements: readonly Statement[];
}

type Types = ReadonlyMap<string, DeclaredType>;
/** The shared file of each type that moves, by name. */
type Homes = ReadonlyMap<string, string>;

/** The module of the runtime that programs import. */
const RUNTIME_INDEX = "runtime/index";

/**
 * Moves the types that modules share into files without functions, and groups types that programs read together. The
 * time that a compiler needs depends on the number of files that it opens and on the request functions that it reads
 * although a program does not call them. Modules keep their functions, options and bodies, and re-export the types that
 * moved. The runtime becomes one file.
 *
 * @param all parsed declaration files of the package
 * @returns texts of the declaration files by path below `dist`
 * @throws Error if two modules declare the same type
 */
export function regroup(all: readonly DeclarationModule[]): Texts {
  const runtime = all.filter(({ module }) => isRuntime(module));
  const testing = all.filter(({ module }) => isTesting(module));
  const modules = all.filter((item) => !runtime.includes(item) && !testing.includes(item));
  const types = typesOf(modules);
  const homes = homesOf(modules, types);
  const shared = [...new Set(homes.values())].map((home) => [`${home}.d.ts`, printShared(home, homes, types)] as const);
  const kept = [
    ...modules.map((module) => [`${module.module}.d.ts`, printKept(module, homes)] as const),
    ...testing.map((module) => [`${module.module}.d.ts`, printWhole(module)] as const),
  ];
  const rolled = runtime.length === 0 ? [] : [[`${RUNTIME_INDEX}.d.ts`, rollUp(runtime, RUNTIME_INDEX)] as const];
  return new Map([...shared, ...kept, ...rolled]);
}

/**
 * Checks whether a module is part of the runtime or of another package, whose types do not move.
 *
 * @param module path of the module below `dist`, or `package:` and the name of a package
 */
export function isRuntime(module: string): boolean {
  return module.startsWith("runtime/") || module.startsWith("package:");
}

/** Checks whether a module is for tests of programs. Its types are its own and do not move. */
function isTesting(module: string): boolean {
  return module.startsWith("testing/");
}

/** Prints a module unchanged. The functions that it imports stay in their modules. */
function printWhole({ module, imports, statements, exports }: DeclarationModule): string {
  return printModule({ module, imports, statements, exports, reExported: [], homes: new Map() });
}

/** Collects the types by name. The generator gives each type a unique name. */
function typesOf(modules: readonly DeclarationModule[]): Types {
  const types = new Map<string, DeclaredType>();
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

/** Finds the types that names of a module refer to, and returns their names in the package. */
function namedTypes(names: Iterable<string>, module: DeclarationModule, types: Types): readonly string[] {
  return [...names].flatMap((name) => {
    const imported = module.imports.get(name);
    if (imported !== undefined && isRuntime(imported.module)) return [];
    return types.has(imported?.name ?? name) ? [imported?.name ?? name] : [];
  });
}

/** Decides the file of each shared type. Programs import modules, so each module counts as one program. */
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

/** Finds the types that a module uses without declaring them, and the types that these depend on. */
function sharedTypes(modules: readonly DeclarationModule[], types: Types, graph: Graph): ReadonlySet<string> {
  const named = modules.flatMap((module) => {
    const used = namedTypes(usesOf(module.statements), module, types);
    return used.filter((name) => types.get(name)?.module !== module);
  });
  return reachedFrom(named, graph);
}

/** Names each file after its most used type. Names are unique on file systems that ignore case. */
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

/** Checks whether a type can move: a global name in it must not become the name of a type of the package. */
function isMovable(declared: DeclaredType | undefined, types: Types): boolean {
  if (declared === undefined) return false;
  const { module, statements } = declared;
  return [...usesOf(statements)].every(
    (name) => module.imports.has(name) || !types.has(name) || types.get(name)?.module === module,
  );
}

/** Checks whether a type of a module moves to a shared file. Functions never have the name of a type. */
function isMoved(name: string, module: DeclarationModule, homes: Homes): boolean {
  return homes.has(name) && !module.imports.has(name);
}

/** Resolves a name of a module to its new file; null for names that the module declares and for global names. */
function resolveName(name: string, module: DeclarationModule, homes: Homes): Imported | null {
  const imported = module.imports.get(name);
  if (imported !== undefined) {
    const home = isRuntime(imported.module) ? undefined : homes.get(imported.name);
    return home === undefined ? imported : { module: home, name: imported.name };
  }
  const home = homes.get(name);
  const hasMoved = isMoved(name, module, homes) && module.statements.some((statement) => statement.name === name);
  return home === undefined || !hasMoved ? null : { module: home, name };
}

/** Prints a module without the types that moved, which it re-exports. */
function printKept(module: DeclarationModule, homes: Homes): string {
  const reExported = module.statements.filter(({ name }) => isMoved(name, module, homes));
  const statements = module.statements.filter((statement) => !reExported.includes(statement));
  const imports = new Map<string, Imported>();
  for (const name of usesOf(statements)) {
    const target = resolveName(name, module, homes);
    if (target !== null) imports.set(name, target);
  }
  return printModule({ module: module.module, imports, statements, exports: module.exports, reExported, homes });
}

/** Prints a shared file, whose types come from several modules. */
function printShared(home: string, homes: Homes, types: Types): string {
  const names = [...homes].flatMap(([name, at]) => (at === home ? [name] : []));
  const places = names.sort().flatMap((name) => types.get(name) ?? []);
  const imports = new Map<string, Imported>();
  for (const { module, statements } of places) {
    for (const name of usesOf(statements)) {
      const target = resolveName(name, module, homes);
      if (target !== null && target.module !== home) addImport(imports, name, target);
    }
  }
  const statements = places.flatMap((place) => place.statements);
  return printModule({ module: home, imports, statements, exports: [], reExported: [], homes });
}

/** Adds an import. A name has the same meaning in all modules, as the generator chooses names for the whole package. */
function addImport(imports: Map<string, Imported>, name: string, target: Imported): void {
  const known = imports.get(name);
  if (known !== undefined && (known.module !== target.module || known.name !== target.name)) {
    throw new Error(`Unexpected second meaning of ${name}: ${target.module}, expected ${known.module}`);
  }
  imports.set(name, target);
}

import type { Texts } from "./compile.ts";
import type { DeclarationModule, Imported, Statement } from "./declarations.ts";
import { reachedFrom, type Graph } from "./graph.ts";
import { chooseHomes } from "./homes.ts";
import { printModule } from "./print.ts";
import { rollUp } from "./roll-up.ts";

/** A type of the package, and the module that declares it. */
interface DeclaredType {
  readonly module: DeclarationModule;
  /** Several statements if a constant has the same name as the type. */
  readonly statements: readonly Statement[];
}

type Types = ReadonlyMap<string, DeclaredType>;
/** The file of each type that moves, by the name of the type. */
type Homes = ReadonlyMap<string, string>;

/** The module of the runtime that programs import. */
const RUNTIME_INDEX = "runtime/index";

/**
 * Moves the types that modules share into files without functions, each named after a resource. The time that a compiler
 * needs depends on the number of files that it opens and on the request functions that it reads although a program does
 * not call them. Modules keep their functions, options and bodies, and re-export the types that moved. The runtime
 * becomes one file.
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

/** Checks whether a module is for tests of programs, or about all permissions. Its types are its own and do not move. */
function isTesting(module: string): boolean {
  return module.startsWith("testing/") || module === "permissions/index";
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

/** Decides the file of each type that moves. Programs import modules with functions, each of which counts as one. */
function homesOf(modules: readonly DeclarationModule[], types: Types): Homes {
  const graph: Graph = new Map(
    [...types].map(([name, { module, statements }]) => [name, namedTypes(usesOf(statements), module, types)]),
  );
  const bases = basesOf(modules);
  const shared = [...sharedTypes(modules, types, graph)]
    .filter((name) => isMovable(types.get(name), types))
    .filter((name) => !bases.has(name) || hasFunctions(types.get(name)?.module))
    .sort();
  const readers = new Map(shared.map((name) => [name, new Set<number>()]));
  for (const [index, module] of modules.filter(hasFunctions).entries()) {
    const starts = module.statements.flatMap(({ name, uses }) => namedTypes([name, ...uses], module, types));
    for (const name of reachedFrom(starts, graph)) readers.get(name)?.add(index);
  }
  const users = new Map<string, string[]>(shared.map((name) => [name, []]));
  for (const user of shared) for (const name of graph.get(user) ?? []) users.get(name)?.push(user);
  const homes = chooseHomes(
    shared.map((name) => {
      const { module, statements = [] } = types.get(name) ?? {};
      return {
        name,
        size: statements.reduce((sum, { text }) => sum + text.length, 0),
        readers: readers.get(name) ?? new Set(),
        users: users.get(name) ?? [],
        resource: hasFunctions(module) ? (module?.module ?? null) : null,
      };
    }),
  );
  return new Map([...homes].map(([name, module]) => [name, `types/${module}`]));
}

function hasFunctions(module: DeclarationModule | undefined): boolean {
  return module?.statements.some(({ kind }) => kind === "other") ?? false;
}

/** Names that interfaces extend. A base belongs to none of the resources that use it, so it stays where it is. */
function basesOf(modules: readonly DeclarationModule[]): ReadonlySet<string> {
  const texts = modules.flatMap(({ statements }) => statements.map(({ text }) => text));
  return new Set(texts.flatMap((text) => /^export interface \w+ extends (\w+)/m.exec(text)?.[1] ?? []));
}

/** Finds the types that a module uses without declaring them, and the types that these depend on. */
function sharedTypes(modules: readonly DeclarationModule[], types: Types, graph: Graph): ReadonlySet<string> {
  const named = modules.flatMap((module) => {
    const used = namedTypes(usesOf(module.statements), module, types);
    return used.filter((name) => types.get(name)?.module !== module);
  });
  return reachedFrom(named, graph);
}

/** Checks whether a type can move: a global name in it must not become the name of a type of the package. */
function isMovable(declared: DeclaredType | undefined, types: Types): boolean {
  if (declared === undefined) return false;
  const { module, statements } = declared;
  return [...usesOf(statements)].every(
    (name) => module.imports.has(name) || !types.has(name) || types.get(name)?.module === module,
  );
}

/** Checks whether a type of a module moves. Functions never have the name of a type. */
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

/** Prints the file of a resource: its own types, then those that moved to it. */
function printShared(home: string, homes: Homes, types: Types): string {
  const names = [...homes].flatMap(([name, at]) => (at === home ? [name] : [])).sort();
  const places = names.flatMap((name) => types.get(name) ?? []);
  const isOwn = ({ module }: DeclaredType): boolean => `types/${module.module}` === home;
  const imports = new Map<string, Imported>();
  for (const { module, statements } of places) {
    for (const name of usesOf(statements)) {
      const target = resolveName(name, module, homes);
      if (target !== null && target.module !== home) addImport(imports, name, target);
    }
  }
  const ordered = [...places.filter(isOwn), ...places.filter((place) => !isOwn(place))];
  const statements = ordered.flatMap((place) => place.statements);
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

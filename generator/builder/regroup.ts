import type { Texts } from "./compile.ts";
import type { DeclarationModule, Imported, Statement } from "./declarations.ts";
import { connectedGroups, reachedFrom, type Graph } from "./graph.ts";
import { printModule } from "./print.ts";

/** Types that all lead to each other, as a user leads to groups, sites and mail: who reads one reads all. */
const CORE = "types/core";
/** Types that those lead to, and that do not lead back. */
const BASE = "types/base";

/** A type of the package, and the module that declares it. */
interface Place {
  readonly module: DeclarationModule;
  /** Several where a constant of the same name belongs to the type. */
  readonly statements: readonly Statement[];
}

type Types = ReadonlyMap<string, Place>;
/** The shared file that a type goes to, by its name. */
type Homes = ReadonlyMap<string, string>;

/**
 * Puts the types that are read together into files of their own: a compiler's time goes into the number of files it
 * opens, and into request functions beside a type that a program does not call. Modules keep their functions with
 * options and bodies, and pass on what they declared before.
 *
 * @returns texts of the declaration files by path below `dist`
 */
export function regroup(modules: readonly DeclarationModule[]): Texts {
  const types = typesOf(modules);
  const homes = homesOf(types);
  const shared = [CORE, BASE].map((home) => [`${home}.d.ts`, printShared(home, homes, types)] as const);
  const kept = modules.map((module) => [`${module.module}.d.ts`, printKept(module, homes)] as const);
  return new Map([...shared.filter(([, text]) => text !== null), ...kept].map(([file, text]) => [file, text ?? ""]));
}

/** The runtime's types are few, and stay where they are. */
function isRuntime(module: string): boolean {
  return module.startsWith("runtime/") || module.startsWith("package:");
}

/** Types by name; the generator gives each a name of its own. */
function typesOf(modules: readonly DeclarationModule[]): Types {
  const types = new Map<string, Place>();
  for (const module of modules.filter((item) => !isRuntime(item.module))) {
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

function homesOf(types: Types): Homes {
  const graph = graphOf(types);
  const core = largest(connectedGroups(graph));
  const reached = core.length === 0 ? [] : reachedFrom(core, graph);
  const homes = [...core.map((name) => [name, CORE] as const), ...[...reached].map((name) => [name, BASE] as const)];
  return new Map(homes.filter(([name]) => isMovable(types.get(name), types)));
}

function graphOf(types: Types): Graph {
  const leadsTo = ({ module, statements }: Place): readonly string[] =>
    [...usesOf(statements)].flatMap((name) => {
      const imported = module.imports.get(name);
      if (imported !== undefined && isRuntime(imported.module)) return [];
      return types.has(imported?.name ?? name) ? [imported?.name ?? name] : [];
    });
  return new Map([...types].map(([name, place]) => [name, leadsTo(place)]));
}

/** The largest group of several; of two with one size that with the first name. */
function largest(groups: readonly (readonly string[])[]): readonly string[] {
  const sorted = groups.filter((group) => group.length > 1).map((group) => [...group].sort());
  return sorted.sort((a, b) => b.length - a.length || ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1))[0] ?? [];
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
  return homes.has(name) && !isRuntime(module.module) && !module.imports.has(name);
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
  if (isRuntime(module.module)) return module.text;
  const passedOn = module.statements.filter(({ name }) => isMoved(name, module, homes));
  const statements = module.statements.filter((statement) => !passedOn.includes(statement));
  const imports = new Map<string, Imported>();
  for (const name of usesOf(statements)) {
    const meant = meaning(name, module, homes);
    if (meant !== null) imports.set(name, meant);
  }
  return printModule({ module: module.module, imports, statements, exports: module.exports, passedOn, homes });
}

/** A file of types from many modules, by name; null where none went there. */
function printShared(home: string, homes: Homes, types: Types): string | null {
  const names = [...homes].flatMap(([name, at]) => (at === home ? [name] : []));
  const places = names.sort().flatMap((name) => types.get(name) ?? []);
  if (places.length === 0) return null;
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

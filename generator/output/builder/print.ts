import path from "node:path";
import type { Imported, Statement } from "./declarations.ts";

/** A declaration file to print. */
export interface PrintedModule {
  /** Path below `dist`, without extension. */
  readonly module: string;
  readonly imports: ReadonlyMap<string, Imported>;
  readonly statements: readonly Statement[];
  /** Text of what only passes names on. */
  readonly exports: readonly string[];
  /** Statements that stand elsewhere now and are exported from here all the same. */
  readonly passedOn: readonly Statement[];
  /** Where such a statement stands, by its name. */
  readonly homes: ReadonlyMap<string, string>;
}

/** Prints a declaration file: imports, what it passes on, what it declares. */
export function printModule(printed: PrintedModule): string {
  const lines = [...importLines(printed), ...passedOnLines(printed), ...printed.exports];
  const isEmpty = lines.length + printed.statements.length === 0;
  return `${[...lines, ...printed.statements.map(({ text }) => text), ...(isEmpty ? ["export {};"] : [])].join("\n")}\n`;
}

function importLines({ module, imports }: PrintedModule): readonly string[] {
  const byModule = new Map<string, string[]>();
  for (const [local, { module: from, name }] of [...imports].sort(byName)) {
    add(byModule, from, name === local ? name : `${name} as ${local}`);
  }
  return [...byModule]
    .sort(byName)
    .map(([from, names]) => `import type { ${names.join(", ")} } from "${specifier(module, from)}";`);
}

/** What exists at run time is passed on with its value. */
function passedOnLines({ module, passedOn, homes }: PrintedModule): readonly string[] {
  const values = new Set(passedOn.flatMap(({ name, kind }) => (kind === "type" ? [] : [name])));
  const byHome = new Map<string, string[]>();
  for (const name of new Set(passedOn.map((statement) => statement.name))) {
    add(byHome, specifier(module, homes.get(name) ?? ""), values.has(name) ? name : `type ${name}`);
  }
  return [...byHome].map(([home, names]) => `export { ${names.join(", ")} } from "${home}";`);
}

function add(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function specifier(from: string, to: string): string {
  if (to.startsWith("package:")) return to.replace("package:", "");
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return `${relative.startsWith(".") ? "" : "./"}${relative}.js`;
}

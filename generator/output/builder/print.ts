import path from "node:path";
import type { Imported, Statement } from "./declarations.ts";

/** A declaration file to print. */
export interface PrintedModule {
  /** Path below `dist`, without extension. */
  readonly module: string;
  readonly imports: ReadonlyMap<string, Imported>;
  readonly statements: readonly Statement[];
  /** Texts of export declarations. */
  readonly exports: readonly string[];
  /** Statements that moved to other files and are still exported from this one. */
  readonly reExported: readonly Statement[];
  /** The file that contains such a statement, by name. */
  readonly homes: ReadonlyMap<string, string>;
}

/**
 * Prints a declaration file: imports, re-exports, declarations.
 *
 * @param printed file to print
 * @returns the text of the file
 */
export function printModule(printed: PrintedModule): string {
  const lines = [...importLines(printed), ...reExportLines(printed), ...printed.exports];
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

/** Declarations that exist at run time are exported as values, all others as types. */
function reExportLines({ module, reExported, homes }: PrintedModule): readonly string[] {
  const values = new Set(reExported.flatMap(({ name, kind }) => (kind === "type" ? [] : [name])));
  const byHome = new Map<string, string[]>();
  for (const name of new Set(reExported.map((statement) => statement.name))) {
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

import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import type { OpenedPlace } from "./editor.ts";

/** Something that a consumer's program names, with the place of the pages that it is to lead to. */
export interface Lookup {
  /** Name in the package, such as `User/displayName`. */
  readonly name: string;
  readonly place: OpenedPlace;
}

/** A program of one file that names things of a package. */
export interface LookupProgram {
  readonly text: string;
  /** Each name with the offset at which the program says it. */
  readonly uses: readonly (readonly [lookup: Lookup, offset: number])[];
}

/** Reads what `positions.json` of a package promises; a member's file is its declaration's unless it has its own. */
export function readLookups(folder: string): readonly Lookup[] {
  const json: unknown = JSON.parse(readFileSync(path.join(folder, "positions.json"), "utf8"));
  const { docs, names } = isRecord(json) ? json : {};
  if (typeof docs !== "string" || !isRecord(names)) throw new Error("Unexpected positions.json, expected names");
  return Object.entries(names).flatMap(([declaration, places]) => {
    const own = /^(.*):\d+:\d+$/.exec(String(isRecord(places) ? places[""] : ""))?.[1] ?? "";
    return Object.entries(isRecord(places) ? places : {}).map(([member, text]) => {
      const [, file = own, line, column] = /^(?:(.+):)?(\d+):(\d+)$/.exec(String(text)) ?? [];
      const place = { file: path.resolve(folder, docs, file), line: Number(line), column: Number(column) };
      return { name: member === "" ? declaration : `${declaration}/${member}`, place };
    });
  });
}

/** Names that each module of a package declares, as `positions.json` writes them. */
export function readDeclaredNames(folder: string): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  const sources = path.join(folder, "src");
  for (const file of ts.sys.readDirectory(sources, [".ts"])) {
    const module = path.relative(sources, file).replaceAll(path.sep, "/").replace(/\.ts$/, "");
    // Modules that are copied into each package have no page.
    if (/^(?:runtime|testing|areas)\/|^(?:permissions\/)?index$/.test(module)) continue;
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true);
    for (const name of declaredNames(source)) declared.set(name, module);
  }
  return declared;
}

function declaredNames(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, parents: string): void => {
    // What a function's code says is no declaration of the package.
    if (ts.isBlock(node) || ts.isParameter(node)) return;
    const named =
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isEnumDeclaration(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isEnumMember(node) ||
      ts.isPropertySignature(node);
    const name = named && node.name !== undefined && "text" in node.name ? node.name.text : null;
    if (name !== null) found.push(`${parents}${name}`);
    ts.forEachChild(node, (child) => {
      visit(child, name === null ? parents : `${parents}${name}/`);
    });
  };
  visit(source, "");
  return found;
}

/**
 * Writes a program that names each thing: an import for a declaration, an object for a property, an access for a
 * member of an enum.
 *
 * @param modules module that declares each name
 */
export function writeLookups(
  packageName: string,
  lookups: readonly Lookup[],
  modules: ReadonlyMap<string, string>,
): LookupProgram {
  const uses: (readonly [Lookup, number])[] = [];
  let text = "";
  for (const [index, lookup] of lookups.entries()) {
    const [declaration = "", ...members] = lookup.name.split("/");
    const module = modules.get(declaration) ?? "";
    const local = `L${index}`;
    const start = `import { ${declaration} as ${local} } from "${packageName}/${module}";\n`;
    const line = members.length === 0 ? "" : memberUse(local, members, module.startsWith("enums/"), index);
    const name = members.at(-1) ?? declaration;
    // In quotes, as a name such as `r` also occurs in other words of the line.
    const inLine = line.lastIndexOf(JSON.stringify(name)) + 1;
    const offset = members.length === 0 ? start.indexOf(declaration) : start.length + inLine;
    uses.push([lookup, text.length + offset]);
    text += start + line;
  }
  return { text, uses };
}

function memberUse(local: string, members: readonly string[], isEnum: boolean, index: number): string {
  if (isEnum) return `export const v${index} = ${local}[${JSON.stringify(members[0])}];\n`;
  // An object of that type: whether it is a whole one does not matter to an editor.
  const value = members.reduceRight((inner, name) => `{ ${JSON.stringify(name)}: ${inner} }`, "null as never");
  return `export const v${index}: ${local} = ${value};\n`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

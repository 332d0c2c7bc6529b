import path from "node:path";
import { encode, type SourceMapSegment } from "@jridgewell/sourcemap-codec";
import ts from "typescript";
import type { Texts } from "./compile.ts";
import { isRuntime } from "./regroup.ts";
import type { Position, Positions } from "./positions.ts";

/** A name that a declaration file declares. */
interface DeclaredName {
  /** Path of names that leads to the declaration, such as `User/displayName`. */
  readonly path: string;
  readonly start: number;
  /** End of the declaration. */
  readonly end: number;
}

/**
 * Adds declaration maps that lead from each name to the line of the page that documents it, so that "Go to Definition"
 * in an editor opens the docs. A file that no page documents has no map.
 *
 * @param declarations texts by path below `dist`
 * @param positions positions in the pages
 * @returns the declaration files and their maps
 */
export function mapDeclarations(declarations: Texts, positions: Positions): Texts {
  const mapped = [...declarations].flatMap(([file, text]): (readonly [string, string])[] => {
    const map = mapOf(file, text, positions);
    if (map === null) return [[file, text]];
    const name = `${path.posix.basename(file)}.map`;
    return [
      [file, `${text}//# sourceMappingURL=${name}\n`],
      [`${file}.map`, map],
    ];
  });
  return new Map(mapped);
}

/** Creates a source map, revision 3 (ECMA-426), or returns null if no position is known. */
function mapOf(file: string, text: string, positions: Positions): string | null {
  // No page documents the runtime, even if a name in it also occurs in the docs.
  if (isRuntime(file)) return null;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const sources = new Map<string, number>();
  const lines: SourceMapSegment[][] = [[[0]]];
  for (const name of declaredNames(source)) {
    const position = positions.find(name.path);
    addSegment(lines, source, name.start, position === undefined ? null : toSource(position, sources));
    // Without an unmapped segment after a name, editors map the text behind it to the same position.
    if (position !== undefined) addSegment(lines, source, name.end, null);
  }
  if (sources.size === 0) return null;
  const sourceRoot = path.posix.join("../".repeat(file.split("/").length), positions.docs, "/");
  const mappings = encode(lines.map((line) => line.sort(([a], [b]) => a - b)));
  return JSON.stringify({
    version: 3,
    file: path.posix.basename(file),
    sourceRoot,
    sources: [...sources.keys()],
    names: [],
    mappings,
  });
}

type SourcePlace = readonly [source: number, line: number, column: number];

/** Source maps count from 0. */
function toSource({ file, line, column }: Position, sources: Map<string, number>): SourcePlace {
  const known = sources.get(file);
  const index = known ?? sources.size;
  if (known === undefined) sources.set(file, index);
  return [index, line - 1, column - 1];
}

function addSegment(lines: SourceMapSegment[][], source: ts.SourceFile, at: number, to: SourcePlace | null): void {
  const { line, character } = source.getLineAndCharacterOfPosition(at);
  while (lines.length <= line) lines.push([]);
  lines[line]?.push(to === null ? [character] : [character, ...to]);
}

function declaredNames(source: ts.SourceFile): readonly DeclaredName[] {
  const found: DeclaredName[] = [];
  const visit = (node: ts.Node, parents: string): void => {
    const name = nameOf(node);
    const here = name === null ? parents : `${parents}${name.text}`;
    if (name !== null) found.push({ path: here, start: name.getStart(), end: node.end });
    ts.forEachChild(node, (child) => {
      visit(child, name === null ? parents : `${here}/`);
    });
  };
  visit(source, "");
  return found;
}

/** Returns the name that a node declares, if pages can document it. */
function nameOf(node: ts.Node): (ts.Node & { readonly text: string }) | null {
  const isDeclared =
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isEnumMember(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertySignature(node);
  const name = isDeclared ? node.name : undefined;
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name : null;
}

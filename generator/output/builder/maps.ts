import path from "node:path";
import { encode, type SourceMapSegment } from "@jridgewell/sourcemap-codec";
import ts from "typescript";
import type { Texts } from "./compile.ts";
import { isRuntime } from "./regroup.ts";
import type { Position, Positions } from "./positions.ts";

/** A name that a declaration file declares. */
interface DeclaredName {
  /** The names it stands under, such as `User/displayName`. */
  readonly path: string;
  readonly start: number;
  /** End of the declaration. */
  readonly end: number;
}

/**
 * Gives each declaration file a map that leads from a name to the line of the page that documents it, so that an
 * editor's "Go to Definition" opens the docs. A file that no page speaks of gets none.
 *
 * @param declarations texts by path below `dist`
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

/** Source map, revision 3 (ECMA-426); null where nothing is known. */
function mapOf(file: string, text: string, positions: Positions): string | null {
  // No page speaks of the runtime, even where one has a word that the runtime uses inside.
  if (isRuntime(file)) return null;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const sources = new Map<string, number>();
  const lines: SourceMapSegment[][] = [[[0]]];
  for (const name of declaredNames(source)) {
    const position = positions.find(name.path);
    addSegment(lines, source, name.start, position === undefined ? null : toSource(position, sources));
    // An editor takes what lies behind a name for its neighbour's, unless it is said to lead nowhere.
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

/** Maps count from 0. */
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

/** Name that a node declares, where pages may speak of it. */
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

import path from "node:path";
import ts from "typescript";

/** What a compiler reads of packages for one program. */
export interface Reads {
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
  /** Share of the bytes that stands in declarations which the program leads to. */
  readonly needed: number;
}

/** Counts what a program pulls in of the packages that it imports, and how much of that it has a use for. */
export function readsOf(program: string): Reads {
  const compiled = ts.createProgram([program], {
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    types: [],
  });
  const own = path.resolve(program);
  const files = compiled
    .getSourceFiles()
    .filter((file) => !compiled.isSourceFileDefaultLibrary(file) && path.resolve(file.fileName) !== own);
  const bytes = sum(files.map(({ text }) => Buffer.byteLength(text)));
  const needed = sum([...reached(compiled, own, new Set(files))].map((node) => Buffer.byteLength(node.getFullText())));
  const lines = sum(files.map((file) => file.getLineStarts().length));
  return { files: files.length, lines, bytes, needed: bytes === 0 ? 0 : needed / bytes };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Declarations at the top of some files that a program leads to, directly or through others. */
function reached(compiled: ts.Program, program: string, files: ReadonlySet<ts.SourceFile>): ReadonlySet<ts.Node> {
  const checker = compiled.getTypeChecker();
  const found = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) declarationsOf(node, checker).map(topOf).forEach(add);
    ts.forEachChild(node, visit);
  };
  const add = (node: ts.Node): void => {
    if (ts.isSourceFile(node) || !files.has(node.getSourceFile()) || found.has(node)) return;
    found.add(node);
    visit(node);
  };
  const start = compiled.getSourceFile(program);
  if (start !== undefined) visit(start);
  return found;
}

function declarationsOf(name: ts.Identifier, checker: ts.TypeChecker): readonly ts.Node[] {
  const symbol = checker.getSymbolAtLocation(name);
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.declarations ?? [];
}

function topOf(node: ts.Node): ts.Node {
  return ts.isSourceFile(node) || ts.isSourceFile(node.parent) || ts.isModuleBlock(node.parent)
    ? node
    : topOf(node.parent);
}

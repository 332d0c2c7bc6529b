import ts from "typescript";
import type { OutputFile } from "../emit/model.ts";

/** Compiler options that the package supports. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noErrorTruncation: true,
  noEmit: true,
};

const ROOT = "/package/";
const CHECKED = "src/examples.ts";

/** Syntax trees of the compiler's own libraries. All checks share them, as they are large. */
const LIBRARIES = new Map<string, ts.SourceFile>();

/** A checked module: its syntax tree, the checker, and the errors. */
export interface Checked {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly errors: readonly ts.Diagnostic[];
}

/** Checks the text of a module that may import the files; parsed files are reused in the next call. */
export type CheckModule = (text: string) => Checked;

/**
 * Creates a type checker for files in memory.
 *
 * @param files TypeScript files; the checked module is in `src` next to them
 */
export function createModuleChecker(files: readonly OutputFile[]): CheckModule {
  const texts = new Map(files.map(({ path, text }) => [`${ROOT}${path}`, text]));
  texts.set(`${ROOT}package.json`, '{"type":"module"}');
  const trees = new Map<string, ts.SourceFile>();
  const host = createHost(texts, trees);
  let previous: ts.Program | undefined;
  return (text) => {
    const name = `${ROOT}${CHECKED}`;
    texts.set(name, text);
    trees.delete(name);
    const program = ts.createProgram({
      rootNames: [name],
      options: OPTIONS,
      host,
      ...(previous === undefined ? {} : { oldProgram: previous }),
    });
    previous = program;
    const file = program.getSourceFile(name);
    if (file === undefined) throw new Error(`The compiler has no ${name}`);
    return { file, checker: program.getTypeChecker(), errors: program.getSemanticDiagnostics(file) };
  };
}

/** Files of the package come from memory, the compiler's own libraries from its folder. */
function createHost(texts: ReadonlyMap<string, string>, trees: Map<string, ts.SourceFile>): ts.CompilerHost {
  const disk = ts.createCompilerHost(OPTIONS);
  const read = (name: string): string | undefined => {
    if (name.startsWith(ROOT)) return texts.get(name);
    return isLibrary(name) ? disk.readFile(name) : undefined;
  };
  return {
    ...disk,
    getCurrentDirectory: () => ROOT,
    fileExists: (name) => texts.has(name) || (isLibrary(name) && disk.fileExists(name)),
    directoryExists: (name) => ROOT.startsWith(name) || name.startsWith(ROOT),
    getDirectories: () => [],
    realpath: (name) => name,
    readFile: read,
    getSourceFile: (name, version) => {
      const owner = isLibrary(name) ? LIBRARIES : trees;
      const known = owner.get(name);
      if (known !== undefined) return known;
      const text = read(name);
      if (text === undefined) return undefined;
      const tree = ts.createSourceFile(name, text, version, true);
      owner.set(name, tree);
      return tree;
    },
    writeFile: () => undefined,
  };
}

function isLibrary(name: string): boolean {
  return /\/lib\.[\w.]+\.d\.ts$/.test(name);
}

import ts from "typescript";
import type { ApiModel } from "../../generator/api/model.ts";
import { emitPackage } from "../../generator/emit/package-text.ts";

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.esnext.disposable.d.ts"],
  types: [],
  skipLibCheck: true,
};

/** Parsed files by path and text; the compiler's own files are the same for every package. */
const parsed = new Map<string, ts.SourceFile>();

/**
 * Compiles a program against the package of a model, in memory.
 *
 * @param use text of the program, which imports the modules of the package as `./src/…`
 * @returns error messages of the compiler
 */
export function compileUse(model: ApiModel, use: string): readonly string[] {
  const emitted = emitPackage(model, { packageName: "doors", packageVersion: "1.0.0" });
  const files = new Map(emitted.map(({ path, text }) => [`/doors/${path}`, text]));
  files.set("/doors/use.ts", use);
  const standard = ts.createCompilerHost(OPTIONS);
  const host: ts.CompilerHost = {
    ...standard,
    getCurrentDirectory: () => "/doors",
    directoryExists: () => true,
    fileExists: (file) => files.has(file) || standard.fileExists(file),
    readFile: (file) => files.get(file) ?? standard.readFile(file),
    getSourceFile: (file, settings) => {
      const text = files.get(file) ?? standard.readFile(file);
      if (text === undefined) return undefined;
      const key = `${file}\0${text}`;
      const tree = parsed.get(key) ?? ts.createSourceFile(file, text, settings, true);
      parsed.set(key, tree);
      return tree;
    },
  };
  const program = ts.createProgram(["/doors/use.ts"], OPTIONS, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile("/doors/use.ts"))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

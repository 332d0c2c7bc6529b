import path from "node:path";
import ts from "typescript";

/** Texts by POSIX path below `dist`. */
export type Texts = ReadonlyMap<string, string>;

/** Output of the compiler. */
export interface Compiled {
  /** Error messages of the compiler; empty if the sources compile. */
  readonly problems: string;
  readonly scripts: Texts;
  readonly declarations: Texts;
}

/**
 * Compiles a package in memory, with the settings of its `tsconfig.json`.
 *
 * @param folder absolute path of the package
 * @returns the error messages, scripts and declarations
 * @throws Error if `tsconfig.json` cannot be read
 */
export function compilePackage(folder: string): Compiled {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(folder, "tsconfig.json"),
    { declaration: true, declarationMap: false, sourceMap: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
  const problems = [...(config?.errors ?? []), ...ts.getPreEmitDiagnostics(program)];
  const dist = path.join(folder, "dist");
  const emit = (extension: string, onlyDeclarations: boolean, transformers: ts.CustomTransformers): Texts => {
    const emitted = new Map<string, string>();
    const write = (file: string, text: string): void => {
      const name = path.relative(dist, path.resolve(file)).replaceAll(path.sep, "/");
      if (name.endsWith(extension)) emitted.set(name, text);
    };
    program.emit(undefined, write, undefined, onlyDeclarations, transformers);
    return new Map([...emitted].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  // A node without comments may be shared with the declarations, so these are emitted first.
  const declarations = emit(".d.ts", true, {});
  const scripts = emit(".js", false, { after: [withoutComments] });
  return {
    problems: formatProblems(problems),
    scripts: new Map([...scripts].map(([file, text]) => [file, text.replace(/^(?:\/\/.*\n\s*)+/, "")])),
    declarations,
  };
}

/** Leaves comments out of the JavaScript, as editors show those of the declarations. */
function withoutComments(): ts.Transformer<ts.SourceFile> {
  const visit = (node: ts.Node): ts.Node => {
    ts.setEmitFlags(node, ts.EmitFlags.NoComments);
    return ts.visitEachChild(node, visit, undefined);
  };
  return (file) => ts.visitEachChild(file, visit, undefined);
}

function formatProblems(problems: readonly ts.Diagnostic[]): string {
  const host: ts.FormatDiagnosticsHost = {
    getCanonicalFileName: (file) => file,
    getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
    getNewLine: () => "\n",
  };
  return ts.formatDiagnostics(problems, host).trimEnd();
}

function fail(problem: ts.Diagnostic): never {
  throw new Error(formatProblems([problem]));
}

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
  const emitted = new Map<string, string>();
  program.emit(undefined, (file, text) => {
    emitted.set(path.relative(dist, path.resolve(file)).replaceAll(path.sep, "/"), text);
  });
  const sorted = [...emitted].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    problems: formatProblems(problems),
    scripts: new Map(sorted.filter(([file]) => file.endsWith(".js"))),
    declarations: new Map(sorted.filter(([file]) => file.endsWith(".d.ts"))),
  };
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

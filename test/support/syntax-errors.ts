import ts from "typescript";

/** A mistake that keeps code from being parsed. */
export interface SyntaxFault {
  readonly position: number;
  readonly message: string;
}

/**
 * Finds what the compiler cannot parse, without resolving imports.
 *
 * @param sources code, each with another file name
 * @returns the mistakes of each source, in order
 */
export function syntaxErrors(sources: readonly ts.SourceFile[]): readonly (readonly SyntaxFault[])[] {
  const named = new Map(sources.map((source) => [source.fileName, source]));
  const options: ts.CompilerOptions = { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ES2022 };
  const host: ts.CompilerHost = {
    fileExists: (path) => named.has(path),
    readFile: (path) => named.get(path)?.text,
    getSourceFile: (path) => named.get(path),
    getDefaultLibFileName: () => "lib.d.ts",
    getCurrentDirectory: () => "",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => undefined,
  };
  const program = ts.createProgram([...named.keys()], options, host);
  return sources.map((source) =>
    program.getSyntacticDiagnostics(source).map(({ start, messageText }) => ({
      position: start,
      message: ts.flattenDiagnosticMessageText(messageText, " "),
    })),
  );
}

import { ts } from "ts-morph";
import { HEADER } from "../model.ts";

/**
 * Prints a script of the package as JavaScript, which Node runs directly. The blank lines that the compiler removes are
 * restored.
 *
 * @param name name of its source
 * @param source TypeScript
 */
export function printScript(name: string, source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
    fileName: name,
  });
  const text = outputText
    .replace(/(from "\.[^"]*)\.ts"/g, '$1.mjs"')
    .replace(/^(?=\/\*\*)|(?<!\*\/\n)^(?=(?:export )?function )/gm, "\n");
  return `${HEADER}\n\n${text}`;
}

import { ts } from "ts-morph";
import { HEADER } from "../model.ts";

/**
 * Prints a script of the package. Node runs it as it is: types are taken out, and the compiler's print gets its blank
 * lines back.
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

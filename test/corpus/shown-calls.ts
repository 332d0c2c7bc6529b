import path from "node:path";
import process from "node:process";
import ts from "typescript";
import { readShownCalls, type ShownCall } from "../support/shown-calls.ts";

/**
 * Type-checks the calls that the documentation of a package's request functions shows. Usage: tsx
 * test/corpus/shown-calls.ts PACKAGE; exit 1 when one does not compile.
 */
const folder = path.resolve(process.argv[2] ?? "generated", "src");

const programs = new Map<string, string>();
let count = 0;
for (const { file, calls } of readShownCalls(folder)) {
  programs.set(path.join(folder, path.dirname(file), `${path.basename(file, ".ts")}.shown.ts`), program(file, calls));
  count += calls.length;
}

function program(file: string, calls: readonly ShownCall[]): string {
  const up = "../".repeat(file.split(path.sep).length - 1) || "./";
  // A function with several signatures shows its call at each.
  const names = [...new Set(calls.map(({ name }) => name))].join(", ");
  const bodies = calls.map(
    ({ code }, index) => `export async function show${String(index)}(client: GraphClient) {\n${code}\n}`,
  );
  return [
    `import { delta, paginate, type GraphClient } from "${up}runtime/index.js";`,
    `import { ${names} } from "./${path.basename(file, ".ts")}.js";`,
    ...bodies,
  ].join("\n");
}

const options: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: [],
};
const host = ts.createCompilerHost(options);
const compiled = ts.createProgram([...programs.keys()], options, {
  ...host,
  fileExists: (file) => programs.has(file) || host.fileExists(file),
  readFile: (file) => programs.get(file) ?? host.readFile(file),
  getSourceFile: (file, language) => {
    const text = programs.get(file);
    return text === undefined ? host.getSourceFile(file, language) : ts.createSourceFile(file, text, language);
  },
});
const faults = [...programs.keys()].flatMap((file) => {
  const source = compiled.getSourceFile(file);
  return [...compiled.getSyntacticDiagnostics(source), ...compiled.getSemanticDiagnostics(source)];
});
for (const { file, start = 0, messageText } of faults) {
  const line = file?.text.slice(0, start).split("\n").length ?? 0;
  console.log(`${path.basename(file?.fileName ?? "")}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}
console.log(`${count} calls are shown: ${faults.length} do not compile`);
process.exitCode = faults.length === 0 ? 0 : 1;

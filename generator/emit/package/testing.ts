// Writes the files of `testing/` that differ between packages: the types of the request functions by name, and the
// examples of the pages.

import { sortBy } from "../../util/compare.ts";
import { HEADER, type OutputFile } from "../model.ts";
import type { Plan } from "../plan/plan.ts";
import { textModule } from "../print/module-order.ts";

/** The part of Mock Service Worker that `testing/msw` uses, so that a package is built without installing it. */
const MSW = `${HEADER}

declare module "msw" {
  export interface HttpHandler {
    readonly info: object;
  }
  export const http: {
    all(
      predicate: RegExp,
      resolver: (info: { request: Request }) => Promise<Response | undefined>,
    ): HttpHandler;
  };
}
`;

function functionsFile(plan: Plan): OutputFile {
  const symbols = sortBy(plan.operations.values(), ({ symbol }) => symbol.name).map(({ symbol }) => symbol);
  const members = symbols.map(({ name, local }) => `  ${name}: typeof ${local};\n`);
  const structure = `/** Request functions of the package, by name. */\nexport interface Functions {\n${members.join("")}}`;
  return textModule({ module: "testing/functions", declarations: [{ structure, types: symbols, values: [] }] });
}

/** A template literal, whose lines Prettier leaves unchanged. */
function literal(lines: readonly string[]): string {
  return `\`\n${lines.join("\n").replace(/[\\`]|\$(?=\{)/g, "\\$&")}\n\``;
}

function dataFile(examples: readonly string[]): OutputFile {
  const doc =
    "/** The operations of the package with the examples of their pages: one operation as JSON in each line. */";
  const text = `${HEADER}\n\n${doc}\nexport const DATA: string = ${literal(examples)};\n`;
  return { path: "src/testing/data.ts", text, formatted: true };
}

/**
 * Creates the files with which programs are tested without a network.
 *
 * @param examples operations with their examples as JSON, sorted by name
 */
export function testingFiles(plan: Plan, examples: readonly string[]): readonly OutputFile[] {
  return [functionsFile(plan), dataFile(examples), { path: "src/testing/msw-module.d.ts", text: MSW, formatted: true }];
}

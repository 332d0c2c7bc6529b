import path from "node:path";
import process from "node:process";
import { format } from "prettier";
import { emitPackage } from "../../generator/emit/package-text.ts";
import { PRINT_WIDTH } from "../../generator/emit/model.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { formatFiles } from "../../generator/output/format.ts";
import { readModel } from "../../generator/pipeline.ts";
import { docsFromPackage, resolveSettings, type EnumStyle } from "../../generator/settings.ts";

/**
 * Formats the package of a reference with Prettier as it is, TypeScript's own parser and all, and compares that with
 * what the program writes, in each style of enums. Usage: tsx test/corpus/format.ts DOCS ROOT [EVERY]; EVERY takes one
 * module of so many. Exit 1 when a byte differs, or when a tenth of the modules had to be left to the formatter.
 */
const [docs = "", root = docs, every = "1"] = process.argv.slice(2);
const host = createNodeHost();
const settings = await resolveSettings(host, process.cwd(), { docs, root });
const model = await readModel(host, settings);
const PARSERS: Readonly<Record<string, string>> = {
  ".ts": "typescript",
  ".mjs": "babel",
  ".json": "json",
  ".md": "markdown",
};
const OPTIONS = { printWidth: PRINT_WIDTH, proseWrap: "never", endOfLine: "lf" } as const;

const STYLES: readonly EnumStyle[] = ["enum", "const", "union"];
const seen = new Set<string>();
let modules = 0;
let formatted = 0;
let wrong = 0;
for (const enumStyle of STYLES) {
  const files = emitPackage(model, { ...settings, enumStyle, docsFromPackage: docsFromPackage(settings) });
  for (const [index, file] of files.entries()) {
    const isModule = file.path.endsWith(".ts");
    // What another style has as well is looked at once.
    if (seen.has(`${file.path}\n${file.text}`) || (isModule && index % Number(every) > 0)) continue;
    seen.add(`${file.path}\n${file.text}`);
    modules += isModule ? 1 : 0;
    formatted += file.formatted === true ? 1 : 0;
    const [ours] = await formatFiles([file]);
    const parser = PARSERS[path.extname(file.path)];
    const want = parser === undefined ? file.text : await format(file.text, { ...OPTIONS, parser });
    if (ours?.text === want) continue;
    wrong++;
    console.log(`DIFFERS  ${file.path} in style ${enumStyle}`);
  }
}
console.log(`${seen.size} files formatted: ${wrong} differ from Prettier's own`);
console.log(`${formatted} of ${modules} modules needed no formatter`);
process.exitCode = wrong === 0 && formatted >= modules * 0.9 ? 0 : 1;

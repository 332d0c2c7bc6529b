import path from "node:path";
import process from "node:process";
import { format } from "prettier";
import { emitPackage } from "../../generator/emit/emit.ts";
import { createNodeHost } from "../../generator/node-host.ts";
import { formatFiles } from "../../generator/output/format.ts";
import { readModel } from "../../generator/pipeline.ts";
import { docsFromPackage, resolveSettings } from "../../generator/settings.ts";

/**
 * Formats the package of a reference with Prettier as it is, TypeScript's own parser and all, and compares that with
 * what the program writes. Usage: tsx test/corpus/format.ts DOCS ROOT [EVERY]; EVERY takes one file of so many. Exit 1
 * when a byte differs.
 */
const [docs = "", root = docs, every = "1"] = process.argv.slice(2);
const host = createNodeHost();
const settings = await resolveSettings(host, process.cwd(), { docs, root });
const model = await readModel(host, settings);
const files = emitPackage(model, { ...settings, docsFromPackage: docsFromPackage(settings) });
const PARSERS: Readonly<Record<string, string>> = {
  ".ts": "typescript",
  ".mjs": "babel",
  ".json": "json",
  ".md": "markdown",
};
let wrong = 0;
const taken = files.filter((file, index) => index % Number(every) === 0 || !file.path.endsWith(".ts"));
for (const file of taken) {
  const [ours] = await formatFiles([file]);
  const parser = PARSERS[path.extname(file.path)];
  const options = { printWidth: 100, proseWrap: "never", endOfLine: "lf" } as const;
  const want = parser === undefined ? file.text : await format(file.text, { ...options, parser });
  if (ours?.text === want) continue;
  wrong++;
  console.log(`DIFFERS  ${file.path}`);
}
console.log(`${taken.length} files formatted: ${wrong} differ from Prettier's own`);
process.exitCode = wrong === 0 ? 0 : 1;

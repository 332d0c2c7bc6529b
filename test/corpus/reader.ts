import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { parseMarkdown } from "../../generator/markdown/fast/parse.ts";
import { parsePage } from "../../generator/markdown/fast/remark.ts";
import { drawFrom } from "../support/random.ts";
import { drawWindow } from "../support/windows.ts";

/**
 * Compares the fast reader with remark on windows of lines that are cut from pages and usually changed. Usage:
 * tsx test/corpus/reader.ts DOCS [DOCS …] [--windows N] [--seed S | --seeds FROM-TO] [--show N]. Each seed draws N windows of
 * its own, so that a large run can be split by seeds and its counts added up; exit 1 when a tree differs.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    windows: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    seeds: { type: "string" },
    show: { type: "string", default: "5" },
  },
});
const [first = 1, last = first] = (values.seeds ?? values.seed).split("-").map(Number);
const pages = await readAll(positionals.length === 0 ? ["docs-input"] : positionals);
if (pages.length === 0) throw new Error(`no pages in ${positionals.join(", ")}`);

let compared = 0;
let different = 0;
for (let seed = first; seed <= last; seed++) {
  const draw = drawFrom(seed);
  const before = different;
  for (let window = 0; window < Number(values.windows); window++) {
    const text = drawWindow(pages, draw);
    compared++;
    if (isDeepStrictEqual(parseMarkdown(text), parsePage(text))) continue;
    different++;
    if (different <= Number(values.show)) console.log(`seed ${seed}, window ${window}: ${JSON.stringify(text)}`);
  }
  console.log(`seed ${seed}: ${values.windows} windows, ${different - before} differ`);
}
console.log(`${compared} windows of ${pages.length} pages, seeds ${first} to ${last}: ${different} differ from remark`);
process.exitCode = different === 0 ? 0 : 1;

async function readAll(folders: readonly string[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const folder of folders) {
    const files = await createNodeHost().list(path.resolve(folder));
    for (const file of files.filter((each) => each.endsWith(".md"))) {
      texts.push((await readFile(path.join(folder, file), "utf8")).replaceAll("\r\n", "\n"));
    }
  }
  return texts;
}

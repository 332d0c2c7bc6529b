import path from "node:path";
import process from "node:process";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { findAllPages, loadPages } from "../../generator/source/find.ts";

// What any program that reads the pages with remark pays at least: parsing each once, on one thread.
const [docs = "docs-input", root = docs] = process.argv.slice(2);
const context = { host: createNodeHost(), docs: path.resolve(docs), root: path.resolve(root) };
const sources = await loadPages(await findAllPages(context));
const processor = unified().use(remarkParse).use(remarkGfm).freeze();
const start = performance.now();
const before = process.cpuUsage();
for (const { text } of sources) processor.parse(text ?? "");
const { user, system } = process.cpuUsage(before);
process.send?.({ seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6, megabytes: 0 });

import path from "node:path";
import process from "node:process";
import { linkPages } from "../../generator/api/link.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { pageTask } from "../../generator/read/page-task.ts";
import type { Page } from "../../generator/page/model.ts";
import { findAllPages, loadPages } from "../../generator/source/find.ts";

/**
 * Links a reference again and again, each time without one page, and lists every name or module of another page that
 * changes. Usage: tsx test/corpus/stability.ts DOCS ROOT [TRIES]; exit 1 when a name changes.
 */
const [docs = "", root = docs, tries = "200"] = process.argv.slice(2);
const context = { host: createNodeHost(), docs: path.resolve(docs), root: path.resolve(root) };
const sources = await loadPages(await findAllPages(context));
const pages = sources.flatMap((source) => pageTask(source)[0] ?? []);
const before = namesOf(pages);
let renaming = 0;
const removed = pick(pages, Number(tries));
for (const page of removed) {
  const after = namesOf(pages.filter((other) => other !== page));
  const changes = [...before].filter(([key, name]) => after.has(key) && after.get(key) !== name);
  const others = changes.filter(([key]) => !key.includes(` ${page.path} `));
  if (others.length > 0) renaming++;
  for (const [key, name] of others) console.log(`without ${page.path}: ${key}: ${name} → ${after.get(key) ?? ""}`);
}
console.log(`${removed.length} pages removed, one at a time: ${renaming} of them rename something of another page`);
process.exitCode = renaming === 0 ? 0 : 1;

/** Name and module of everything that a page states, by what it is and where. */
function namesOf(given: readonly Page[]): ReadonlyMap<string, string> {
  const { types, enums, operations } = linkPages(given, []);
  const defined = types.filter(({ inferred }) => !inferred);
  return new Map([
    ...operations.map(({ source, name, module }) => [`operation ${source.file} `, `${name} in ${module}`] as const),
    ...[...defined, ...enums].map(
      ({ source, namespace, name, identifier, module }) =>
        [`type ${source.file} ${namespace}.${name}`, `${identifier} in ${module}`] as const,
    ),
  ]);
}

/** Some pages, the same in every run. */
function pick(given: readonly Page[], count: number): readonly Page[] {
  const picked = new Set<Page>();
  for (let state = 7; picked.size < Math.min(count, given.length);) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const page = given[Math.floor((state / 2_147_483_648) * given.length)];
    if (page !== undefined) picked.add(page);
  }
  return [...picked];
}

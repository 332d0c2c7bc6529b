import path from "node:path";
import process from "node:process";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { createNodeHost } from "../../generator/host/node-host.ts";
import type { Host } from "../../generator/host/host.ts";
import { runCommand } from "../support/command-line.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";
import { brokenPages, followDocs, startMemoryWatch } from "../support/memory-watch.ts";
import { randomOf, seedsOf, type Random } from "../support/seeds.ts";

/**
 * Changes pages of a reference in random series, with runs of `generate` between the changes, and compares what the last
 * run makes with the results it kept, and what a watch makes that goes on all the time, with what a first run makes. Each
 * series begins with the docs as they are. Afterwards it compares ways to run. Usage: tsx test/corpus/incremental.ts DOCS
 * ROOT [--seeds FROM-TO] [--most CHANGES] [--pages N]. A seed draws a series of at most so many changes; N is how many
 * pages to take, 0 for all. Exit 1 when a byte differs.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: "string", default: "1-10" },
    most: { type: "string", default: "6" },
    pages: { type: "string", default: "300" },
  },
});
const [docs = "", root = docs] = positionals;
const seeds = seedsOf(["--seeds", values.seeds], "1-10");
const DOCS = `/project/root/${path.relative(root, docs)}`.replace(/\/$/, "");
const FLAGS = ["--docs", DOCS, "--root", "/project/root", "--out", "/project/out"];
const host = createMemoryHost(await readFiles());
const isPage = (file: string): boolean =>
  file.startsWith(`${DOCS}/`) && file.endsWith(".md") && !file.includes("/includes/");
const isInput = (file: string): boolean => file.startsWith("/project/root/");
/** The watch has files of its own, so that nobody writes but itself. */
const watched = createMemoryHost(Object.fromEntries(host.files));
const watching = await startMemoryWatch(watched, ...FLAGS, "--cache-dir", "/project/cache");
const taken = followDocs(watched, isInput);
let wrong = 0;
let last: { readonly docs: Output; readonly output: Output } | null = null;

await runCached();
await compare("a first run");
const first = new Map(host.files);
for (const seed of seeds) await trySeries(seed, randomOf(seed));
await watching.stop();
const output = await cold(host);
await expectSame("listed in another order", output, await cold(host, reversed));
for (const threads of ["1", "2", "3"])
  await expectSame(`${threads} threads`, output, await cold(host, undefined, threads));
console.log(
  `${seeds.length} series of changes of ${pages().length} pages, seeds ${values.seeds}: ${wrong} differ from a first run`,
);
process.exitCode = wrong === 0 ? 0 : 1;

type Output = Readonly<Record<string, string | null>>;

/** Changes the docs as they are a few times; some of the changes are found by one run together. */
async function trySeries(seed: number, random: Random): Promise<void> {
  host.files.clear();
  for (const [file, bytes] of first) host.files.set(file, bytes);
  const changes: string[] = [];
  for (let left = 1 + random.below(Number(values.most)); left > 0; left--) {
    changes.push(changeSomething(random));
    if (random.below(2) === 0) await runCached();
  }
  await runCached();
  const name = `seed ${seed}: ${changes.slice(0, 3).join(", ")}${changes.length > 3 ? ", …" : ""}`;
  await compare(name);
  await compareWatch(name);
}

async function runCached(): Promise<void> {
  await runCommand(host, "generate", ...FLAGS, "--cache-dir", "/project/cache");
}

async function compare(name: string): Promise<void> {
  await expectSame(name, await coldOnce(host), outputOf(host));
}

/** Tells the watch what has changed. */
async function compareWatch(name: string): Promise<void> {
  const files = new Set([...host.files.keys(), ...watched.files.keys()].filter(isInput));
  const changed = [...files].filter((file) => host.text(file) !== watched.text(file));
  // A copy may equal the page that it replaces; the watch then prints nothing, not even the pages that stay broken.
  if (changed.length === 0) return;
  for (const file of changed) {
    const bytes = host.files.get(file);
    if (bytes === undefined) watched.files.delete(file);
    else watched.files.set(file, bytes);
  }
  const said = await watching.tell(changed);
  const broken = new Set([...brokenPages(said)].map((file) => path.posix.join(DOCS, file)));
  const wrote = /changed: .*/.exec(said.stdout)?.[0] ?? said.stderr;
  await expectSame(`watch ${name} (${wrote})`, await coldOnce(taken.take(watched, broken)), outputOf(watched));
}

function expectSame(name: string, want: Output, found: Output): Promise<void> {
  const files = new Set([...Object.keys(want), ...Object.keys(found)]);
  const differing = [...files].filter((file) => want[file] !== found[file]);
  if (differing.length > 0) wrong++;
  console.log(`${differing.length === 0 ? "ok" : "DIFFERS"}  ${name}`);
  for (const file of differing.slice(0, 5)) console.log(`    ${file}`);
  return Promise.resolve();
}

/** What a first run makes of the same docs. The run and the watch are usually compared with the same one. */
async function coldOnce(from: MemoryHost): Promise<Output> {
  const docs = Object.fromEntries([...from.files.keys()].filter(isInput).map((file) => [file, from.text(file)]));
  if (last === null || !isDeepStrictEqual(last.docs, docs)) last = { docs, output: await cold(from) };
  return last.output;
}

async function cold(from: MemoryHost, wrap: (host: Host) => Host = (same) => same, threads = "1"): Promise<Output> {
  const inputs = [...from.files].filter(([file]) => isInput(file));
  const fresh = createMemoryHost(Object.fromEntries(inputs));
  await runCommand(wrap(fresh), "generate", ...FLAGS, "--no-cache", "--threads", threads);
  return outputOf(fresh);
}

function outputOf(from: MemoryHost): Output {
  const files = [...from.files.keys()].filter((file) => file.startsWith("/project/out/"));
  return Object.fromEntries(files.map((file) => [file, from.text(file)]));
}

function reversed(given: Host): Host {
  return { ...given, list: async (folder) => (await given.list(folder)).toReversed() };
}

function changeSomething(random: Random): string {
  const all = pages();
  const page = all[random.below(Math.max(1, all.length))] ?? "";
  const lines = (host.text(page) ?? "").split("\n");
  const at = random.below(lines.length);
  const write = (file: string, text: readonly string[]): void => {
    host.files.set(file, new TextEncoder().encode(text.join("\n")));
  };
  const shown = path.posix.relative(DOCS, page);
  switch (random.below(6)) {
    case 0:
      write(page, lines.with(at, `${lines[at] ?? ""} changed`));
      return `line ${at + 1} of ${shown} changed`;
    case 1:
      write(page, lines.toSpliced(at, 1));
      return `line ${at + 1} of ${shown} removed`;
    case 2:
      write(page, lines.toSpliced(at, 0, ""));
      return `a blank line put into ${shown}`;
    case 3:
      write(page.replace(/\.md$/, "-more.md"), lines);
      return `${shown} copied`;
    case 4:
      write(page.replace(/\.md$/, "-moved.md"), lines);
      host.files.delete(page);
      return `${shown} renamed`;
    default:
      host.files.delete(page);
      return `${shown} removed`;
  }
}

function pages(): readonly string[] {
  return [...host.files.keys()].filter(isPage).toSorted();
}

async function readFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  const disk = createNodeHost();
  const all = (await disk.list(path.resolve(root))).filter((file) => file.endsWith(".md"));
  const most = Number(values.pages);
  const every = most === 0 ? 1 : Math.max(1, Math.floor(all.length / most));
  const chosen = all.filter((file, index) => file.includes("includes/") || index % every === 0);
  const files: Record<string, Uint8Array> = {};
  for (const file of chosen) {
    files[`/project/root/${file}`] = (await disk.read(path.resolve(root, file))) ?? new Uint8Array();
  }
  return files;
}

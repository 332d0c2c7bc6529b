import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { createNodeHost } from "../../generator/host/node-host.ts";
import type { SourcePage } from "../../generator/source/model.ts";
import { findAllPages, loadPages } from "../../generator/source/find.ts";
import { compareLines, readFacts, type PageFacts } from "../support/line-edits.ts";
import { mutate } from "../support/mutations.ts";
import { drawFrom } from "../support/random.ts";

/**
 * Changes the structure of pages at random, one page and one or two changes for each seed, and counts pages that the
 * program cannot read, pages that take more than 2 s of CPU, and those that lose a fact of an untouched row without an
 * error. Usage: tsx test/corpus/mutations.ts --seeds 1-20000 [--state FILE.json] DOCS ROOT [DOCS ROOT …]. With a state
 * file, a run goes on after the last seed of the runs before, and adds up their counts. Exit 1 unless all counts are 0.
 */
const MOST_SECONDS = 2;
const SAVE_EACH = 1000;

interface Counts {
  /** Seeds that were tried. */
  readonly done: number;
  readonly last: number;
  readonly crashes: number;
  readonly slow: number;
  readonly silent: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: "string", default: "1-1000" }, state: { type: "string" } },
});
const [first = 1, last = 1] = values.seeds.split("-").map(Number);
const sources = await readSources(positionals);
const known = new Map<SourcePage, PageFacts>();
let counts = readState(values.state);
for (let seed = Math.max(first, counts.last + 1); seed <= last; seed++) {
  const { crashes, slow, silent } = trySeed(seed);
  counts = {
    done: counts.done + 1,
    last: seed,
    crashes: counts.crashes + crashes,
    slow: counts.slow + slow,
    silent: counts.silent + silent,
  };
  if (seed % SAVE_EACH === 0 || seed === last) saveState(values.state, counts);
}
const { done, crashes, slow, silent } = counts;
console.log(
  `${done} changed pages of ${sources.length}: ${crashes} cannot be read, ${slow} take more than ${MOST_SECONDS} s, ` +
    `${silent} lose facts of untouched rows silently`,
);
process.exitCode = crashes + slow + silent === 0 ? 0 : 1;

async function readSources(folders: readonly string[]): Promise<readonly SourcePage[]> {
  const found: SourcePage[] = [];
  for (let index = 0; index < folders.length; index += 2) {
    const docs = path.resolve(folders[index] ?? "");
    const context = { host: createNodeHost(), docs, root: path.resolve(folders[index + 1] ?? docs) };
    found.push(...(await loadPages(await findAllPages(context))));
  }
  return found;
}

function trySeed(seed: number): Pick<Counts, "crashes" | "slow" | "silent"> {
  const drawn = drawFrom(seed);
  const draw = (limit: number) => (limit === 0 ? 0 : drawn(limit));
  const source = sources[draw(sources.length)];
  if (source?.text === undefined || source.text === null) return { crashes: 0, slow: 0, silent: 0 };
  const before = known.get(source) ?? readFacts(source);
  known.set(source, before);
  const { names, lines } = mutate(source.text, draw);
  const start = process.cpuUsage();
  const after = readFacts({ ...source, text: lines.map(({ text }) => text).join("\n") });
  const { user } = process.cpuUsage(start);
  const isSlow = user > MOST_SECONDS * 1e6;
  const where = `seed ${seed} ${source.path}: ${names.join(", ")}`;
  if (isSlow) console.log(`SLOW    ${where}: ${(user / 1e6).toFixed(1)} s`);
  const isCrash = after.errors.some(({ code }) => code === "page-unreadable");
  if (isCrash) console.log(`CRASH   ${where}`);
  const untouched = new Set(lines.flatMap(({ origin }) => origin ?? []));
  const { lost, errors } = compareLines(source, before, after, untouched);
  const isSilent = !isCrash && lost.length > 0 && errors.length === 0;
  if (isSilent) {
    const shown = lost.slice(0, 3).map(({ text, source: { line } }) => `${text.trim()} (line ${line})`);
    console.log(`SILENT  ${where}: loses ${lost.length}: ${shown.join(", ")}`);
  }
  return { crashes: Number(isCrash), slow: Number(isSlow), silent: Number(isSilent) };
}

function readState(file: string | undefined): Counts {
  const none = { done: 0, last: 0, crashes: 0, slow: 0, silent: 0 };
  if (file === undefined || !existsSync(file)) return none;
  const stored: unknown = JSON.parse(readFileSync(file, "utf8"));
  const numbers = new Map<string, unknown>(Object.entries(typeof stored === "object" && stored !== null ? stored : {}));
  const numberOf = (name: keyof Counts) => Number(numbers.get(name) ?? 0);
  return {
    done: numberOf("done"),
    last: numberOf("last"),
    crashes: numberOf("crashes"),
    slow: numberOf("slow"),
    silent: numberOf("silent"),
  };
}

function saveState(file: string | undefined, state: Counts): void {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(state)}\n`);
}

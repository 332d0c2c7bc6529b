import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import * as z from "zod/mini";
import { REPOSITORY } from "../support/repository.ts";

/** A script that tries random cases, some for each seed. */
interface LongRun {
  /** Number of cases to try. */
  readonly aim: number;
  /** Number of cases of a seed. */
  readonly cases: number;
  /** Number of seeds that take some minutes. */
  readonly seeds: number;
  readonly script: string;
  /** Arguments of the script, apart from the seeds. */
  readonly args: (corpora: Corpora) => readonly string[];
}

interface Corpora {
  /** Folders of docs, each followed by its root. */
  readonly rooted: readonly string[];
  readonly docs: readonly string[];
}

const FOLDERS = ["v1.0/api-reference/v1.0", "beta-2020/api-reference/beta", "onedrive/docs/rest-api"];
const MODERN = "modern/api-reference/v1.0";
const SAMPLE = ["docs-input"];

const RUNS: Readonly<Record<string, LongRun>> = {
  mutations: { aim: 1e6, cases: 1, seeds: 50_000, script: "mutations.ts", args: ({ rooted }) => rooted },
  reader: { aim: 1e6, cases: 10_000, seeds: 5, script: "reader.ts", args: ({ docs }) => docs },
  edits: { aim: 1000, cases: 1, seeds: 50, script: "incremental.ts", args: () => ["docs-input", "docs-input"] },
  "edits of 400 pages": {
    aim: 200,
    cases: 1,
    seeds: 10,
    script: "incremental.ts",
    args: ({ rooted }) => [...rooted.slice(0, 2), "--pages", "400"],
  },
  kills: { aim: 1000, cases: 1, seeds: 50, script: "kill.ts", args: () => SAMPLE },
  // A seed makes some 5600 syntax nodes, so that these make more than a million.
  injection: { aim: 200, cases: 1, seeds: 50, script: "injection.ts", args: () => [] },
  "damaged caches": { aim: 500, cases: 1, seeds: 25, script: "damaged-caches.ts", args: () => SAMPLE },
};

const FILE = path.join(REPOSITORY, "test/bench/long-runs.json");
const Part = z.object({ cases: z.number(), last: z.number(), failed: z.array(z.string()) });
const Records = z.record(z.string(), Part);
type Records = z.infer<typeof Records>;

/**
 * Continues a long run after its last seed, adds up the cases in `long-runs.json`, and prints the cases of all runs. A
 * part that fails is listed by its seeds; once all cases were tried, the failed parts are tried again.
 *
 * @param name name of the run; without one, only the cases are printed
 * @param shared folder that contains `corpus/`
 * @param minutes no part is begun that would not end in this time
 * @returns whether every part succeeded
 */
export async function continueRun(name: string | undefined, shared: string, minutes: number): Promise<boolean> {
  let records = readRecords();
  const run = name === undefined ? undefined : RUNS[name];
  if (name !== undefined && run === undefined) throw new Error(`Unknown run ${name}: ${Object.keys(RUNS).join(", ")}`);
  const begin = performance.now();
  let longest = 0;
  const again = new Set<string>();
  while (name !== undefined && run !== undefined) {
    const part = performance.now();
    const record = records[name] ?? { cases: 0, last: 0, failed: [] };
    const seeds = nextPart(run, record, again);
    if (seeds === null || part - begin + longest > minutes * 60_000) break;
    again.add(seeds);
    const succeeded = await runPart(run, seeds, corporaIn(shared));
    longest = Math.max(longest, performance.now() - part);
    const failed = record.failed.filter((each) => each !== seeds);
    const tried = record.failed.includes(seeds)
      ? record
      : { cases: record.cases + run.cases * run.seeds, last: record.last + run.seeds };
    records = { ...records, [name]: { ...tried, failed: succeeded ? failed : [...failed, seeds] } };
    writeFileSync(FILE, `${JSON.stringify(records, null, 2)}\n`);
  }
  for (const [each, { aim }] of Object.entries(RUNS)) {
    const { cases, failed } = records[each] ?? { cases: 0, failed: [] };
    console.log(`${each.padEnd(16)} ${String(cases).padStart(9)} of ${aim} cases, ${failed.length} parts failed`);
  }
  return Object.values(records).every(({ failed }) => failed.length === 0);
}

/** Seeds of the part to try: the next one, or one that failed before; null if there is none. */
function nextPart(
  { aim, seeds }: LongRun,
  { cases, last, failed }: z.infer<typeof Part>,
  again: ReadonlySet<string>,
): string | null {
  if (cases < aim) return `${last + 1}-${last + seeds}`;
  return failed.find((each) => !again.has(each)) ?? null;
}

function readRecords(): Records {
  return existsSync(FILE) ? Records.parse(JSON.parse(readFileSync(FILE, "utf8"))) : {};
}

function corporaIn(shared: string): Corpora {
  const folders = [...FOLDERS, MODERN].map((folder) => path.resolve(shared, "corpus", folder));
  const docs = folders.filter((folder) => existsSync(folder));
  return { docs, rooted: docs.flatMap((folder) => [folder, path.dirname(folder)]) };
}

/** Runs a script with some seeds; its output is printed. */
function runPart({ script, args }: LongRun, seeds: string, corpora: Corpora): Promise<boolean> {
  const tsx = path.join(REPOSITORY, "node_modules/tsx/dist/cli.mjs");
  const flags = [path.join(REPOSITORY, "test/corpus", script), ...args(corpora), "--seeds", seeds];
  const child = spawn(process.execPath, [tsx, ...flags], { cwd: REPOSITORY, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve(code === 0);
    });
  });
}

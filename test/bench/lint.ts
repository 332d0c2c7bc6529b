import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

/** Where the last figures are kept. */
const KEPT = path.join(import.meta.dirname, "lint.json");
const PROGRAM = path.resolve(import.meta.dirname, "../../generator/dist/cli.js");

interface Cost {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly cpu: number;
}

const RUNS = ["generate", "lint", "withoutExamples", "second", "edited"] as const;
type Run = (typeof RUNS)[number];
type Round = Readonly<Record<Run, Cost>>;

/** Each ratio with the most that it may be. */
const RATIOS: readonly (readonly [name: string, of: Run, to: Run, most: number])[] = [
  ["whole lint / generate, both cold", "lint", "generate", 2],
  ["lint without examples / generate, both cold", "withoutExamples", "generate", 2],
  ["second lint / cold", "second", "lint", 0.1],
  ["lint after one edit / cold", "edited", "lint", 0.25],
];

/**
 * Measures the built program on a reference: rounds of all runs, one after the other, so that what else the machine
 * does weighs on all alike; prints the median of their ratios.
 *
 * @param docs folder of the pages
 * @param root folder that their includes come from
 * @param rounds how many times to measure
 * @param keep whether to write the figures to `lint.json`
 */
export async function measureLint(docs: string, root: string, rounds: number, keep: boolean): Promise<void> {
  if (!existsSync(PROGRAM)) throw new Error("There is no built program: npm run build");
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++)
    measured.push(await measureRound(path.resolve(docs), path.resolve(root)));
  const costs = Object.fromEntries(
    RUNS.map((run) => {
      const pick = (key: keyof Cost) => rounded(median(measured.map((costs) => costs[run][key])));
      const cost = { seconds: pick("seconds"), cpu: pick("cpu") };
      console.log(`${run.padEnd(16)} ${cost.seconds.toFixed(2)} s, processor ${cost.cpu.toFixed(2)} s`);
      return [run, cost];
    }),
  );
  const ratios = RATIOS.map(([name, of, to, most]) => {
    const ratio = (key: keyof Cost) => rounded(median(measured.map((costs) => costs[of][key] / costs[to][key])));
    const [wall, cpu] = [ratio("seconds"), ratio("cpu")];
    console.log(`${wall.toFixed(3).padStart(7)} (processor ${cpu.toFixed(3)}, at most ${most})  ${name}`);
    return { name, wall, cpu, most };
  });
  console.log(`median of ${rounds} rounds`);
  if (keep) writeFileSync(KEPT, `${JSON.stringify({ rounds, ratios, costs }, null, 2)}\n`);
}

async function measureRound(docs: string, root: string): Promise<Round> {
  const work = mkdtempSync(path.join(tmpdir(), "graph-docs-bench-"));
  try {
    const copy = path.join(work, "docs");
    cpSync(root, copy, { recursive: true });
    const pages = path.join(copy, path.relative(root, docs));
    const flags = (cache: string) => ["--docs", pages, "--root", copy, "--cache-dir", path.join(work, cache)];
    const generate = await measure(["generate", ...flags("a"), "--out", path.join(work, "out")]);
    const lint = await measure(["lint", ...flags("b")]);
    const withoutExamples = await measure(["lint", "--no-examples", ...flags("c")]);
    const second = await measure(["lint", ...flags("b")]);
    editOne(pages);
    return { generate, lint, withoutExamples, second, edited: await measure(["lint", ...flags("b")]) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A property's type, up to its description. */
const ROW = /(\|\s*String\s*\|)\s*(?=[A-Z])/;

/** Changes a description in the middle of the reference. */
function editOne(pages: string): void {
  const files = readdirSync(path.join(pages, "resources")).toSorted();
  const later = files.slice(Math.floor(files.length / 2)).map((file) => path.join(pages, "resources", file));
  const file = later.find((each) => each.endsWith(".md") && ROW.test(readFileSync(each, "utf8"))) ?? "";
  writeFileSync(file, readFileSync(file, "utf8").replace(ROW, "$1Edited. "));
}

/** Runs the built program, and has it tell at the end what it took. */
function measure(argv: readonly string[]): Promise<Cost> {
  const code =
    `process.on("exit", () => { const { user, system } = process.cpuUsage(); process.send(user + system); });` +
    `await import(${JSON.stringify(pathToFileURL(PROGRAM).href)});`;
  const start = performance.now();
  const child = spawn(process.execPath, ["--input-type=module", "-e", code, "cli", ...argv], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let microseconds = 0;
  child.on("message", (message) => (microseconds = Number(message)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => {
      const seconds = (performance.now() - start) / 1000;
      // A lint that finds an error ends with 1, and has done its work.
      if (exit === 0 || (exit === 1 && argv[0] === "lint")) resolve({ seconds, cpu: microseconds / 1e6 });
      else reject(new Error(`${argv.join(" ")} ended with ${String(exit)}`));
    });
  });
}

/** Middle one of some numbers. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compareRounds, type Bar, type Round } from "./compare.ts";
import { copyDocs, editOne, markdownFiles, type Edit } from "./docs-copy.ts";
import { median, rounded } from "./median.ts";
import { measurePeers } from "./peers.ts";
import { buildProgram, costOf, runProgram, type Cost } from "./program.ts";

/** Where the last figures are kept. */
const KEPT = path.join(import.meta.dirname, "generate.json");
const RUNS = ["parse", "half", "cold", "second", "words", "property", "operation", "check"] as const;
type Run = (typeof RUNS)[number];

const BARS: readonly Bar<Run>[] = [
  ["cold generate / parsing alone", "cold", "parse", 0.65],
  ["second generate / cold", "second", "cold", 0.06],
  ["generate after an edit of words / cold", "words", "cold", 0.2],
  ["generate after a property is added / cold", "property", "cold", 0.2],
  ["generate after an edit of a request's page / cold", "operation", "cold", 0.2],
  ["check after an edit of words / cold", "check", "cold", 0.2],
  ["all pages / half of them", "cold", "half", 2.1],
];
const MOST_MEGABYTES = 700;

/**
 * Measures the built program on a reference, and beside other generators on the sample.
 *
 * @param docs folder of the pages
 * @param root folder that their includes come from
 * @param rounds how many times to measure
 * @param keep whether to write the figures to `generate.json`
 */
export async function measureGenerate(docs: string, root: string, rounds: number, keep: boolean): Promise<void> {
  buildProgram();
  const compared = await compareRounds(RUNS, BARS, rounds, () => measureRound(path.resolve(docs), path.resolve(root)));
  console.log(`${compared.peak.toString().padStart(7)} MiB at most (${MOST_MEGABYTES} allowed)`);
  const peers = comparePeers(rounds);
  const { costs, ...rest } = compared;
  if (keep) writeFileSync(KEPT, `${JSON.stringify({ ...rest, peers, costs: Object.fromEntries(costs) }, null, 2)}\n`);
}

/** One of each kind, on a copy of the docs. */
async function measureRound(docs: string, root: string): Promise<Round<Run>> {
  const work = mkdtempSync(path.join(tmpdir(), "graph-docs-bench-"));
  try {
    const copy = path.join(work, "docs");
    const pages = copyDocs(docs, root, copy);
    const flags = (name: string): readonly string[] => {
      const outputs = ["--out", path.join(work, name), "--cache-dir", path.join(work, `cache-${name}`)];
      return ["--docs", pages, "--root", copy, ...outputs];
    };
    const parse = await parseOnly(pages, copy);
    const cold = await runProgram(["generate", ...flags("all")]);
    const second = await runProgram(["generate", ...flags("all")]);
    editOne(pages);
    const check = await runProgram(["check", ...flags("all")], { codes: [1] });
    // The check kept what it read; another edit, so that nothing of it is known.
    const edited = (edit: Edit): Promise<Cost> => {
      editOne(pages, edit);
      return runProgram(["generate", ...flags("all")]);
    };
    const words = await edited("words");
    const property = await edited("property");
    const operation = await edited("operation");
    for (const [index, file] of markdownFiles(pages).entries()) if (index % 2 === 1) rmSync(file);
    const edits = { check, words, property, operation };
    return { parse, cold, second, ...edits, half: await runProgram(["generate", ...flags("half")]) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function parseOnly(pages: string, root: string): Promise<Cost> {
  const file = path.join(import.meta.dirname, "parse-only.ts");
  return costOf("parsing", () => fork(file, [pages, root], { execArgv: ["--import", "tsx"], silent: true }));
}

/** A cold run on the sample beside other generators, by wall clock; no slower than the quicker one is asked. */
function comparePeers(rounds: number): Readonly<Record<string, number>> {
  const measured = measurePeers(rounds);
  const names = Object.keys(measured[0]?.peers ?? {});
  const entries = names.map((name) => {
    const ratio = rounded(median(measured.map(({ ours, peers }) => ours / (peers[name] ?? Number.NaN))));
    console.log(`${ratio.toFixed(3).padStart(7)} (at most 1)  cold generate of the sample / ${name}`);
    return [name, ratio] as const;
  });
  return Object.fromEntries(entries);
}

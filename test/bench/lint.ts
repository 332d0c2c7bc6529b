import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compareRounds, type Bar, type Round } from "./compare.ts";
import { copyDocs, editOne } from "./docs-copy.ts";
import { buildProgram, runProgram } from "./program.ts";

/** Where the last figures are kept. */
const KEPT = path.join(import.meta.dirname, "lint.json");
const RUNS = ["generate", "lint", "withoutExamples", "second", "edited"] as const;
type Run = (typeof RUNS)[number];

const BARS: readonly Bar<Run>[] = [
  ["whole lint / generate, both cold", "lint", "generate", 2],
  ["lint without examples / generate, both cold", "withoutExamples", "generate", 2],
  ["second lint / cold", "second", "lint", 0.1],
  ["lint after one edit / cold", "edited", "lint", 0.25],
];

/**
 * Measures `lint` of the built program on a reference beside `generate`.
 *
 * @param docs folder of the pages
 * @param root folder that their includes come from
 * @param rounds how many times to measure
 * @param keep whether to write the figures to `lint.json`
 */
export async function measureLint(docs: string, root: string, rounds: number, keep: boolean): Promise<void> {
  buildProgram();
  const compared = await compareRounds(RUNS, BARS, rounds, () => measureRound(path.resolve(docs), path.resolve(root)));
  const { costs, ...rest } = compared;
  if (keep) writeFileSync(KEPT, `${JSON.stringify({ ...rest, costs: Object.fromEntries(costs) }, null, 2)}\n`);
}

async function measureRound(docs: string, root: string): Promise<Round<Run>> {
  const work = mkdtempSync(path.join(tmpdir(), "graph-docs-bench-"));
  try {
    const copy = path.join(work, "docs");
    const pages = copyDocs(docs, root, copy);
    const flags = (cache: string) => ["--docs", pages, "--root", copy, "--cache-dir", path.join(work, cache)];
    // A lint that finds an error ends with 1, and has done its work.
    const lint = (cache: string, ...more: readonly string[]) =>
      runProgram(["lint", ...more, ...flags(cache)], { codes: [0, 1] });
    const generate = await runProgram(["generate", ...flags("a"), "--out", path.join(work, "out")]);
    const whole = await lint("b");
    const withoutExamples = await lint("c", "--no-examples");
    const second = await lint("b");
    editOne(pages);
    return { generate, lint: whole, withoutExamples, second, edited: await lint("b") };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

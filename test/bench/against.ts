import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compareRounds, type Bar, type Round } from "./compare.ts";
import { copyDocs, editOne } from "./docs-copy.ts";
import { buildProgram, PROGRAM, runProgram, type Cost } from "./program.ts";

const RUNS = ["cold before", "cold", "second before", "second", "edit before", "edit"] as const;
type Run = (typeof RUNS)[number];

const BARS: readonly Bar<Run>[] = [
  ["cold generate / the other build", "cold", "cold before", 1.05],
  ["second generate / cold", "second", "cold", 0.06],
  ["generate after an edit of one page / cold", "edit", "cold", 0.2],
  ["second generate / the other build", "second", "second before", Number.POSITIVE_INFINITY],
  ["generate after an edit / the other build", "edit", "edit before", Number.POSITIVE_INFINITY],
];

/**
 * Measures two builds of the program by turns, so that other load on the machine affects both alike.
 *
 * @param other checkout of another version, with its program built
 * @param docs folder of the pages
 * @param root folder that their includes come from
 * @param rounds number of rounds
 */
export async function measureAgainst(other: string, docs: string, root: string, rounds: number): Promise<void> {
  buildProgram();
  const before = path.join(path.resolve(other), "generator/dist/cli.js");
  const { peak } = await compareRounds(RUNS, BARS, rounds, () =>
    measureRound(before, path.resolve(docs), path.resolve(root)),
  );
  console.log(`${peak.toString().padStart(7)} MiB at most (700 allowed)`);
}

async function measureRound(before: string, docs: string, root: string): Promise<Round<Run>> {
  const work = mkdtempSync(path.join(tmpdir(), "graph-docs-bench-"));
  try {
    const copy = path.join(work, "docs");
    const pages = copyDocs(docs, root, copy);
    const runIn = (name: string, program: string): Promise<Cost> => {
      const outputs = ["--out", path.join(work, name), "--cache-dir", path.join(work, `cache-${name}`)];
      return runProgram(["generate", "--docs", pages, "--root", copy, ...outputs], { program });
    };
    const both = async (): Promise<readonly [before: Cost, after: Cost]> => [
      await runIn("before", before),
      await runIn("after", PROGRAM),
    ];
    const cold = await both();
    const second = await both();
    editOne(pages);
    const edit = await both();
    return {
      "cold before": cold[0],
      cold: cold[1],
      "second before": second[0],
      second: second[1],
      "edit before": edit[0],
      edit: edit[1],
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

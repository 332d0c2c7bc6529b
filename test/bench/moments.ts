import { execFileSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyDocs, editOne } from "./docs-copy.ts";
import { median, rounded } from "./median.ts";
import { buildProgram, runProgram, startProgram, type Cost } from "./program.ts";

/**
 * Measures what a person waits for: a saved page in `watch`, a hook before a commit. Prints medians.
 *
 * @param moment which of them
 * @param docs folder of the pages
 * @param root folder that their includes come from
 * @param runs how often
 * @param keep whether to write the figures beside this file
 */
export async function measureMoment(
  moment: "watch" | "precommit",
  docs: string,
  root: string,
  runs: number,
  keep: boolean,
): Promise<void> {
  buildProgram();
  const work = mkdtempSync(path.join(tmpdir(), "graph-docs-moment-"));
  try {
    const pages = copyDocs(docs, root, path.join(work, "docs"));
    const flags = ["--docs", path.relative(work, pages), "--root", "docs", "--out", "package"];
    writeFileSync(path.join(work, "package.json"), "{}");
    mkdirSync(path.join(work, "node_modules"));
    const figures =
      moment === "watch" ? await measureWatch(work, flags, runs) : await measurePrecommit(work, flags, runs);
    for (const [name, seconds] of Object.entries(figures)) console.log(`${seconds.toFixed(3).padStart(7)} s  ${name}`);
    console.log(`Median of ${runs} runs`);
    const kept = path.join(import.meta.dirname, `${moment}.json`);
    if (keep) writeFileSync(kept, `${JSON.stringify({ runs, seconds: figures }, null, 2)}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

type Figures = Readonly<Record<string, number>>;

async function measureWatch(work: string, flags: readonly string[], runs: number): Promise<Figures> {
  const child = startProgram(["watch", ...flags], work);
  child.stderr?.resume();
  const lines = linesOf(child);
  await lines(/^Watching/);
  const saved: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    editOne(path.join(work, "docs"));
    await lines(/changed: wrote/);
    saved.push((performance.now() - begin) / 1000);
  }
  child.kill("SIGINT");
  await new Promise((resolve) => child.once("close", resolve));
  return { "page saved to files written": rounded(median(saved)) };
}

async function measurePrecommit(work: string, flags: readonly string[], runs: number): Promise<Figures> {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: work });
  git("init", "-q");
  writeFileSync(path.join(work, ".gitignore"), "node_modules\n");
  await runProgram(["generate", ...flags], { cwd: work });
  git("add", "-A");
  git("commit", "-qm", "first");
  const costs: Record<string, Cost[]> = {
    "nothing staged": [],
    "page staged alone": [],
    "page and package staged": [],
  };
  for (let run = 0; run < runs; run++) {
    const check = async (name: string, code: number) =>
      costs[name]?.push(await runProgram(["check", "--staged", ...flags], { cwd: work, codes: [code] }));
    await check("nothing staged", 0);
    editOne(path.join(work, "docs"));
    git("add", "-A");
    await check("page staged alone", 1);
    await runProgram(["generate", ...flags], { cwd: work });
    git("add", "-A");
    await check("page and package staged", 0);
    git("commit", "-qm", "next");
  }
  return Object.fromEntries(
    Object.entries(costs).flatMap(([name, all]) => [
      [name, rounded(median(all.map(({ seconds }) => seconds)))],
      [`${name}, processor`, rounded(median(all.map(({ cpu }) => cpu)))],
    ]),
  );
}

/** Lets one wait for a line of output. */
function linesOf(child: ChildProcess): (pattern: RegExp) => Promise<void> {
  const lines: string[] = [];
  let wake = (): void => undefined;
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    lines.push(...text.split("\n"));
    wake();
  });
  return async (pattern) => {
    for (;;) {
      const index = lines.findIndex((line) => pattern.test(line));
      if (index !== -1) {
        lines.splice(0, index + 1);
        return;
      }
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
}

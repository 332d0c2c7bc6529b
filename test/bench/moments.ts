import { execFileSync, fork, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const REPOSITORY = path.resolve(import.meta.dirname, "../..");
/** The program as it is installed. */
const PROGRAM = path.join(REPOSITORY, "generator/dist/cli.js");
/** Tells the parent at the end what the process cost. */
const COST = `data:text/javascript,${encodeURIComponent(
  'process.on("exit",()=>{const{user,system}=process.cpuUsage();process.send?.((user+system)/1e6)})',
)}`;

interface Cost {
  readonly seconds: number;
  readonly cpu: number;
}

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
  execFileSync("npm", ["run", "-s", "build"], { cwd: REPOSITORY });
  const work = mkdtempSync(path.join(tmpdir(), "graph-docs-moment-"));
  try {
    cpSync(root, path.join(work, "docs"), { recursive: true });
    const flags = ["--docs", path.join("docs", path.relative(root, docs)), "--root", "docs", "--out", "package"];
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
  const child = start(work, ["watch", ...flags]);
  const lines = linesOf(child);
  await lines(/^Watching/);
  const saved: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    editOne(work);
    await lines(/changed: wrote/);
    saved.push((performance.now() - begin) / 1000);
  }
  child.kill("SIGINT");
  await new Promise((resolve) => child.once("close", resolve));
  return { "page saved to files written": median(saved) };
}

async function measurePrecommit(work: string, flags: readonly string[], runs: number): Promise<Figures> {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: work });
  git("init", "-q");
  writeFileSync(path.join(work, ".gitignore"), "node_modules\n");
  await once(work, ["generate", ...flags]);
  git("add", "-A");
  git("commit", "-qm", "first");
  const costs: Record<string, Cost[]> = {
    "nothing staged": [],
    "page staged alone": [],
    "page and package staged": [],
  };
  for (let run = 0; run < runs; run++) {
    const check = async (name: string, code: number) =>
      costs[name]?.push(await once(work, ["check", "--staged", ...flags], code));
    await check("nothing staged", 0);
    editOne(work);
    git("add", "-A");
    await check("page staged alone", 1);
    await once(work, ["generate", ...flags]);
    git("add", "-A");
    await check("page and package staged", 0);
    git("commit", "-qm", "next");
  }
  return Object.fromEntries(
    Object.entries(costs).flatMap(([name, all]) => [
      [name, median(all.map(({ seconds }) => seconds))],
      [`${name}, processor`, median(all.map(({ cpu }) => cpu))],
    ]),
  );
}

function start(work: string, argv: readonly string[]): ChildProcess {
  return fork(PROGRAM, [...argv], {
    cwd: work,
    execArgv: ["--import", COST],
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
}

function once(work: string, argv: readonly string[], expected = 0): Promise<Cost> {
  const begin = performance.now();
  const child = start(work, argv);
  child.stdout?.resume();
  let cpu = Number.NaN;
  child.on("message", (message) => (cpu = Number(message)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === expected) resolve({ seconds: (performance.now() - begin) / 1000, cpu });
      else reject(new Error(`${argv.join(" ")} ended with ${String(code)}, expected ${expected}`));
    });
  });
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

/** A property's type, up to its description. */
const ROW = /(\|\s*String\s*\|)\s*(?=[A-Z])/;

/** Changes a description in the middle of the docs. */
function editOne(work: string): void {
  const docs = path.join(work, "docs");
  const files = readdirSync(docs, { recursive: true, encoding: "utf8" }).filter((file) =>
    /resources.*\.md$/.test(file),
  );
  const later = files.toSorted().slice(Math.floor(files.length / 2));
  const file = later.map((name) => path.join(docs, name)).find((name) => ROW.test(readFileSync(name, "utf8")));
  if (file === undefined) throw new Error("Unexpected docs without a property of type String, expected one to edit");
  writeFileSync(file, readFileSync(file, "utf8").replace(ROW, "$1Edited. "));
}

/** Middle one of some numbers. */
function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return Math.round(middle * 1000) / 1000;
}

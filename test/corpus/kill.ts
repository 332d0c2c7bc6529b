import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { MANIFEST_PATH } from "../../generator/output/manifest.ts";
import { JOURNAL, retiredPath, STAGING } from "../../generator/output/staging.ts";
import { BUILT_PROGRAM, buildProgram } from "../support/program.ts";
import { randomOf, seedsOf, type Random } from "../support/seeds.ts";

/**
 * Kills runs of `generate` with SIGKILL, at random moments and at those in which they write. After each kill the package
 * must be as the run before left it, or as this run makes it; or a journal exists. In any case the next run must complete
 * it, even if that run is killed as well before it. All runs share one cache.
 * Usage: tsx test/corpus/kill.ts DOCS [--seeds FROM-TO]; exit 1 if a package is lost.
 */
const [docs = "docs-input", ...argv] = process.argv.slice(2);
const seeds = seedsOf(argv, "1-50");
const STRANGERS = { "src/mine.ts": "mine", "notes/mine.md": "mine" };
const host = createNodeHost();

const work = await mkdtemp(path.join(tmpdir(), "graph-docs-kill-"));
const out = path.join(work, "out");

/** Ways to call `generate` that make different packages of the docs: a few files change, or nearly all. */
const calls: readonly (readonly string[])[] = [
  ["--docs", docs],
  ["--docs", docs, "--page-url", "https://docs.example/{page}"],
  ["--docs", path.join(work, "fewer")],
  ["--docs", docs, "--package-version", "2.0.0"],
];

/** What a kill waits for: nothing, or a file or folder that a run creates. */
const MOMENTS = ["any", ".graph-docs-lock", STAGING, JOURNAL, retiredPath("src"), MANIFEST_PATH] as const;
type Moment = (typeof MOMENTS)[number];

function start(call: readonly string[], folder: string): ChildProcess {
  const flags = ["--out", folder, "--cache-dir", path.join(work, "cache"), "--threads", "1"];
  return spawn(process.execPath, [BUILT_PROGRAM, "generate", ...call, ...flags], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

async function complete(call: readonly string[], folder: string): Promise<void> {
  const child = start(call, folder);
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (errors += text));
  await once(child, "close");
  if (child.exitCode !== 0) throw new Error(`generate ended with ${String(child.exitCode)}\n${errors}`);
}

/** The package's files in one text; what a killed run left aside is none of them. */
async function snapshot(folder: string, aside: RegExp): Promise<string> {
  const files = (await host.list(folder)).filter((file) => !aside.test(file));
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  return JSON.stringify(files.map((file, index) => [file, texts[index]]));
}

async function addStrangers(folder: string): Promise<void> {
  for (const [file, text] of Object.entries(STRANGERS)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
}

/** Kills a run at a random moment of its whole length, or as soon as it creates or replaces a file or folder. */
async function killAt(child: ChildProcess, moment: Moment, random: Random, length: number): Promise<void> {
  const closed = once(child, "close");
  const stampOf = (): number | undefined =>
    moment === "any" ? undefined : statSync(path.join(out, moment), { throwIfNoEntry: false })?.ino;
  if (moment === "any") {
    await Promise.race([setTimeout(random.below(length)), closed]);
  } else {
    const before = stampOf();
    while (child.exitCode === null && [before, undefined].includes(stampOf())) await setImmediate();
    // Half of the kills follow at once.
    if (random.below(2) === 0) await setTimeout(random.below(8));
  }
  child.kill("SIGKILL");
  await closed;
}

type Ended = "old" | "new" | "completed by the next run" | "lost";

/** Kills a run that makes package `after` of package `before`, and runs it again. */
async function killOnce(random: Random, moment: Moment, before: number, after: number): Promise<Ended> {
  const call = calls[after] ?? [];
  await killAt(start(call, out), moment, random, length);
  // Some of the runs that complete a killed one are killed as well.
  if (random.below(4) === 0) await killAt(start(call, out), random.of(MOMENTS), random, length);
  const left = await snapshot(out, /^\.graph-docs-(?:staging\/|lock)/);
  const hasJournal = (await host.kind(path.join(out, JOURNAL))) !== null;
  await complete(call, out);
  if ((await snapshot(out, /^$/)) !== whole[after]) return "lost";
  if (left === whole[after]) return "new";
  if (left === whole[before]) return "old";
  return hasJournal ? "completed by the next run" : "lost";
}

let length = 0;
const whole: string[] = [];
try {
  await buildProgram();
  await cp(docs, path.join(work, "fewer"), { recursive: true });
  const pages = (await host.list(path.join(work, "fewer"))).filter((file) => file.startsWith("api/"));
  for (const page of pages.slice(0, 3)) await rm(path.join(work, "fewer", page));
  for (const [index, call] of calls.entries()) {
    const folder = path.join(work, String(index));
    await addStrangers(folder);
    await complete(call, folder);
    whole.push(await snapshot(folder, /^$/));
  }
  if (new Set(whole).size !== calls.length) throw new Error("The packages must differ");
  await cp(path.join(work, "0"), out, { recursive: true });
  const begin = performance.now();
  await complete(calls[0] ?? [], out);
  length = Math.ceil(performance.now() - begin);

  const counts = new Map<Ended, number>();
  let before = 0;
  for (const seed of seeds) {
    const random = randomOf(seed);
    const after = (before + 1 + random.below(calls.length - 1)) % calls.length;
    const moment = random.of(MOMENTS);
    const ended = await killOnce(random, moment, before, after).catch((error: unknown): Ended => {
      console.log(String(error));
      return "lost";
    });
    counts.set(ended, (counts.get(ended) ?? 0) + 1);
    if (ended === "lost") {
      console.log(`seed ${seed} at ${moment}: package ${before} → ${after} is lost`);
      process.exitCode = 1;
      await rm(out, { recursive: true, force: true });
      await cp(path.join(work, String(after)), out, { recursive: true });
    }
    before = after;
    if (seed % 50 === 0) console.log(`${seed}: ${[...counts].map(([name, count]) => `${count} ${name}`).join(", ")}`);
  }
  const kept = seeds.length - (counts.get("lost") ?? 0);
  console.log(`${kept} of ${seeds.length} kills left a whole package or one that the next run completed`);
  console.log([...counts].map(([name, count]) => `${count} ${name}`).join(", "));
} finally {
  await rm(work, { recursive: true, force: true });
}

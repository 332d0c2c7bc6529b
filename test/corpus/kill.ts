import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { JOURNAL } from "../../generator/output/staging.ts";

// Kills runs of `generate` at random moments, half of them while they write. After each kill the package has to be
// whole: all files as the run before left them or all as this run makes them. A kill between two of the few moves that
// put the files in place leaves a journal instead. In any case the next run has to complete.
// Usage: tsx test/corpus/kill.ts DOCS [COUNT]
const [docs = "docs-input", count = "50"] = process.argv.slice(2);
const CLI = path.resolve(import.meta.dirname, "../../generator/cli/start.ts");
const STRANGERS = { "src/mine.ts": "mine", "notes/mine.md": "mine" };
const host = createNodeHost();
/** On a busy machine a run may be made to wait between two moves, and half of the kills aim at just that moment. */
const MOVING_SHARE = 0.1;

const work = await mkdtemp(path.join(tmpdir(), "graph-docs-kill-"));
const out = path.join(work, "out");

/** Ways to call `generate` that make different packages of the docs: a few files change, or nearly all. */
const calls: readonly (readonly string[])[] = [
  ["--docs", docs],
  ["--docs", docs, "--page-url", "https://docs.example/{page}"],
  ["--docs", path.join(work, "fewer")],
  ["--docs", docs, "--package-version", "2.0.0"],
];

function start(call: readonly string[], folder: string): ChildProcess {
  const tsx = import.meta.resolve("tsx");
  return spawn(process.execPath, ["--import", tsx, CLI, "generate", ...call, "--out", folder], {
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

/** Waits for a random moment of a run: half of the time one of its whole length, else one shortly after it begins to write. */
async function randomMoment(child: ChildProcess, length: number, atWriting: boolean): Promise<void> {
  if (!atWriting) {
    await setTimeout(Math.random() * length);
    return;
  }
  while (child.exitCode === null && (await stat(path.join(out, ".graph-docs-staging")).catch(() => null)) === null) {
    await setTimeout(0);
  }
  await setTimeout(Math.random() * 40);
}

try {
  await cp(docs, path.join(work, "fewer"), { recursive: true });
  const pages = (await host.list(path.join(work, "fewer"))).filter((file) => file.startsWith("api/"));
  for (const page of pages.slice(0, 3)) await rm(path.join(work, "fewer", page));
  const whole: string[] = [];
  let length = 0;
  for (const [index, call] of calls.entries()) {
    const folder = path.join(work, String(index));
    const begin = performance.now();
    await addStrangers(folder);
    await complete(call, folder);
    length = Math.max(length, performance.now() - begin);
    whole.push(await snapshot(folder, /^$/));
  }
  if (new Set(whole).size !== calls.length) throw new Error("The packages must differ");

  await cp(path.join(work, "0"), out, { recursive: true });
  const ended = { old: 0, new: 0, moving: 0 };
  for (let round = 1, before = 0; round <= Number(count); round += 1) {
    const after = (before + 1 + Math.floor(Math.random() * (calls.length - 1))) % calls.length;
    const child = start(calls[after] ?? [], out);
    const closed = once(child, "close");
    await randomMoment(child, length, round % 2 === 0);
    child.kill("SIGKILL");
    await closed;
    const left = await snapshot(out, /^\.graph-docs-(?:staging\/|lock)/);
    const state = left === whole[after] ? "new" : left === whole[before] ? "old" : "moving";
    ended[state] += 1;
    if (state === "moving" && (await host.kind(path.join(out, JOURNAL))) === null) {
      throw new Error(`Kill ${round} left a package that is neither the old nor the new one, and no journal`);
    }
    await complete(calls[after] ?? [], out);
    if ((await snapshot(out, /^$/)) !== whole[after])
      throw new Error(`The run after kill ${round} left something else`);
    before = after;
  }
  const moving = `${ended.moving} were between two moves`;
  console.log(`${count} kills: ${ended.old} left the old package, ${ended.new} the new one, ${moving}`);
  if (ended.moving > MOVING_SHARE * Number(count)) throw new Error("Too many kills fell between two moves");
} finally {
  await rm(work, { recursive: true, force: true });
}

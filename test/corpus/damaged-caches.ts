import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../generator/commands/run.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { createContext } from "../support/command-line.ts";
import { BUILT_PROGRAM, buildProgram } from "../support/program.ts";
import { randomOf, seedsOf, type Random } from "../support/seeds.ts";
import { runProgram } from "../support/tarball.ts";

/**
 * Runs `generate` and `lint` with caches that are damaged, that several runs write at once, or that another version of
 * the program wrote. Each run must end, succeed and produce the bytes of a run without a cache.
 * Usage: tsx test/corpus/damaged-caches.ts DOCS [--seeds FROM-TO]; exit 1 if a run does not.
 */
const [docs = "docs-input", ...argv] = process.argv.slice(2);
const seeds = seedsOf(argv, "1-50");
const host = createNodeHost();
const work = mkdtempSync(path.join(tmpdir(), "graph-docs-caches-"));
/** Milliseconds after which a run counts as one that hangs. */
const LONGEST = 300_000;

/** Calls with different results. */
const calls: readonly [readonly string[], ...(readonly string[])[]] = [
  ["generate", "--docs", docs],
  ["generate", "--docs", docs, "--page-url", "https://docs.example/{page}"],
  ["generate", "--docs", docs, "--package-version", "2.0.0"],
  ["lint", "--docs", docs, "--no-examples", "--format", "json"],
];

/** What a call printed or wrote, as one text; the duration is left out. */
async function resultOf(call: readonly string[], name: string, ...flags: readonly string[]): Promise<string> {
  const out = path.join(work, name);
  const { context, stdout, stderr } = createContext(host, process.cwd());
  const ended = run([...call, "--out", out, "--threads", "1", ...flags], context);
  const code = await Promise.race([ended, new Promise<null>((resolve) => setTimeout(resolve, LONGEST, null).unref())]);
  if (code === null) return "it hangs";
  const files = call[0] === "generate" ? await host.list(out) : [];
  const texts = files.map((file) => [file, readFileSync(path.join(out, file), "utf8")]);
  rmSync(out, { recursive: true, force: true });
  const printed = [...stdout, ...stderr].join("").replace(/^(?:Took|Wrote) .*$/gm, "");
  return JSON.stringify([code, printed, texts]);
}

/** Ways to damage the bytes of a file. */
const DAMAGES: readonly [(bytes: Buffer, random: Random) => Buffer, ...((bytes: Buffer, random: Random) => Buffer)[]] =
  [
    (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
    (bytes, random) => Buffer.concat([bytes, bytes.subarray(random.below(bytes.length + 1))]),
    (bytes, random) => bytes.fill(0, random.below(bytes.length + 1)),
    (bytes, random) => Buffer.concat([bytes, Buffer.from(Array.from({ length: 200 }, () => random.below(256)))]),
    (bytes, random) => {
      for (let count = 1 + random.below(20); count > 0 && bytes.length > 0; count--)
        bytes[random.below(bytes.length)] = random.below(256);
      return bytes;
    },
    (bytes, random) => {
      const at = random.below(bytes.length + 1);
      return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]);
    },
    () => Buffer.alloc(0),
  ];

/** Damages some files of a cache, or puts something else in their place. */
function damage(cache: string, random: Random): void {
  const names = readdirSync(cache);
  for (const name of names) {
    if (random.below(3) === 0) continue;
    const file = path.join(cache, name);
    const other = path.join(healthy, names[random.below(names.length)] ?? name);
    const bytes = readFileSync(random.below(6) === 0 ? other : file);
    rmSync(file);
    if (random.below(12) === 0) mkdirSync(path.join(file, "folder"), { recursive: true });
    else if (random.below(12) > 0) writeFileSync(file, random.of(DAMAGES)(Buffer.from(bytes), random));
  }
}

/** Gives a cache the files of another version of the program, in place of its own or at their beginning or end. */
function mixVersions(cache: string, random: Random): void {
  for (const name of readdirSync(foreign)) {
    const [ours, theirs] = [readFileSync(path.join(healthy, name)), readFileSync(path.join(foreign, name))];
    const mixed = random.of([[theirs], [theirs, ours], [ours, theirs], [ours]] as const);
    writeFileSync(path.join(cache, name), Buffer.concat(mixed));
  }
}

const healthy = path.join(work, "healthy");
const foreign = path.join(work, "foreign");
const KINDS = ["damaged", "shared", "version"] as const;

/** Runs calls with a bad cache; twice, as the first run repairs the cache. */
async function tryCache(seed: number): Promise<readonly string[]> {
  const random = randomOf(seed);
  const kind = random.of(KINDS);
  const cache = path.join(work, `cache-${seed}`);
  if (kind !== "shared" || random.below(2) === 0) cpSync(healthy, cache, { recursive: true });
  if (kind === "damaged") damage(cache, random);
  if (kind === "version") mixVersions(cache, random);
  const problems: string[] = [];
  for (const turn of [1, 2]) {
    const chosen = Array.from({ length: kind === "shared" ? 3 : 1 }, () => random.of(calls));
    const results = await Promise.all(
      chosen.map((call, index) => resultOf(call, `out-${index}`, "--cache-dir", cache)),
    );
    for (const [index, result] of results.entries()) {
      const call = chosen[index] ?? [];
      if (result !== expected.get(call)) problems.push(`seed ${seed}, ${kind} cache, run ${turn}: ${call.join(" ")}`);
    }
  }
  rmSync(cache, { recursive: true, force: true });
  return problems;
}

const expected = new Map<readonly string[], string>();
try {
  await buildProgram();
  for (const call of calls) {
    expected.set(call, await resultOf(call, "out-0", "--no-cache"));
    await resultOf(call, "out-0", "--cache-dir", healthy);
    const flags = ["--out", path.join(work, "out-0"), "--cache-dir", foreign];
    await runProgram(process.execPath, [BUILT_PROGRAM, ...call, ...flags], process.cwd()).catch(() => undefined);
    rmSync(path.join(work, "out-0"), { recursive: true, force: true });
  }
  let correct = 0;
  for (const seed of seeds) {
    const problems = await tryCache(seed);
    for (const problem of problems) console.log(problem);
    if (problems.length === 0) correct++;
    if (seed % 50 === 0) console.log(`${seed}: ${correct}`);
  }
  console.log(`${correct} of ${seeds.length} caches: each run ended with the bytes of a run without a cache`);
  if (correct < seeds.length) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

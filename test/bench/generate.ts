import { fork } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What a process costs. */
export interface Cost {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly cpu: number;
  /** Peak resident memory in MiB. */
  readonly megabytes: number;
}

/** The runs that are compared, each on a copy of the docs. */
export const RUNS = ["parse", "half", "cold", "second", "edited", "check"] as const;
export type Run = (typeof RUNS)[number];

/**
 * Measures runs on one reference, one after the other, a process for each.
 *
 * @param docs folder of the pages
 * @param root folder that their includes come from
 */
export async function measureRound(docs: string, root: string): Promise<Readonly<Record<Run, Cost>>> {
  const work = mkdtempSync(path.join(tmpdir(), "graph-docs-bench-"));
  try {
    const copy = path.join(work, "docs");
    cpSync(root, copy, { recursive: true });
    const pages = path.join(copy, path.relative(root, docs));
    const flags = (name: string) => ["--docs", pages, "--root", copy, "--out", path.join(work, name)];
    const generate = (name: string) =>
      measure("measured.ts", ["generate", ...flags(name), "--cache-dir", path.join(work, `cache-${name}`)]);
    const parse = await measure("parse-only.ts", [pages, copy]);
    const cold = await generate("all");
    const second = await generate("all");
    editOne(pages);
    const check = await measure(
      "measured.ts",
      ["check", ...flags("all"), "--cache-dir", path.join(work, "cache-all")],
      1,
    );
    // The check kept what it read; another edit, so that nothing of it is known.
    editOne(pages);
    const edited = await generate("all");
    removeHalf(pages);
    return { parse, cold, second, edited, check, half: await generate("half") };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function markdownFiles(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  return files.filter((file) => !file.includes("includes")).toSorted();
}

/** Changes a description in the middle of the reference. */
function editOne(pages: string): void {
  const files = markdownFiles(pages).map((file) => path.join(pages, file));
  const later = files.slice(Math.floor(files.length / 2)).filter((file) => file.includes("resources"));
  const file = later.find((candidate) => ROW.test(readFileSync(candidate, "utf8"))) ?? "";
  writeFileSync(file, readFileSync(file, "utf8").replace(ROW, "$1Edited. "));
}

/** A property's type, up to its description. */
const ROW = /(\|\s*String\s*\|)\s*(?=[A-Z])/;

function removeHalf(pages: string): void {
  for (const [index, file] of markdownFiles(pages).entries()) if (index % 2 === 1) rmSync(path.join(pages, file));
}

function measure(file: string, argv: readonly string[], expected = 0): Promise<Cost> {
  const start = performance.now();
  const child = fork(path.join(import.meta.dirname, file), [...argv], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const errors: string[] = [];
  let told: Partial<Cost> = {};
  child.stderr?.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  child.on("message", (message) => (told = typeof message === "object" ? message : {}));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - start) / 1000;
      if (code === expected) resolve({ seconds, cpu: 0, megabytes: 0, ...told });
      else reject(new Error(`${argv[0] ?? file} ended with ${String(code)}\n${errors.join("")}`));
    });
  });
}

import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** What one run of the command line costs. */
export interface Cost {
  readonly seconds: number;
  /** Peak resident memory in MiB. */
  readonly megabytes: number;
}

const MEASURED = path.join(import.meta.dirname, "measured.ts");

/**
 * Measures `generate` into an empty folder, a process for each run.
 *
 * @param argv flags of `generate` but `--out`
 * @param runs how many times
 */
export async function measureGenerate(argv: readonly string[], runs: number): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run += 1) {
    const out = await mkdtemp(path.join(tmpdir(), "graph-docs-bench-"));
    try {
      costs.push(await measureOnce(["generate", ...argv, "--out", out]));
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  }
  return costs;
}

function measureOnce(argv: readonly string[]): Promise<Cost> {
  const start = performance.now();
  const child = fork(MEASURED, [...argv], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const errors: string[] = [];
  let megabytes = 0;
  child.stderr?.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  child.on("message", (kibibytes) => (megabytes = Number(kibibytes) / 1024));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, megabytes });
      else reject(new Error(`generate ended with ${String(code)}\n${errors.join("")}`));
    });
  });
}

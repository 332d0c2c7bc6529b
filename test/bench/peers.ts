import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { installPeers, runOurs } from "./package/install.ts";

const REPOSITORY = path.resolve(import.meta.dirname, "../..");
const SAMPLE = path.join(REPOSITORY, "docs-input");

/** Seconds of whole processes that generate a client of the same operations. */
export interface PeerRound {
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
}

/**
 * Measures a cold run of the built program on the sample, and the generators that read an OpenAPI document of it. They
 * take turns, so that what else the machine does weighs on all alike.
 *
 * @param rounds how many times each runs
 */
export function measurePeers(rounds: number): readonly PeerRound[] {
  execFileSync(process.execPath, ["--import", "tsx", path.join(REPOSITORY, "generator/build/bundle.ts")], {
    cwd: REPOSITORY,
  });
  const bin = path.join(installPeers(), "node_modules/.bin");
  const work = mkdtempSync(path.join(tmpdir(), "graph-docs-peers-"));
  try {
    const document = path.join(work, "openapi.json");
    writeFileSync(document, runOurs("openapi", "--docs", SAMPLE));
    const ours = [path.join(REPOSITORY, "generator/dist/cli.js"), "generate", "--docs", SAMPLE, "--no-cache", "--out"];
    return Array.from({ length: rounds }, (_, round) => {
      const target = (name: string): string => path.join(work, `${name}-${round}`);
      return {
        ours: time(work, process.execPath, ...ours, target("ours")),
        peers: {
          "openapi-typescript": time(work, path.join(bin, "openapi-typescript"), document, "-o", `${target("a")}.ts`),
          "@hey-api/openapi-ts": time(work, path.join(bin, "openapi-ts"), "-i", document, "-o", target("b")),
        },
      };
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function time(cwd: string, command: string, ...args: readonly string[]): number {
  const start = performance.now();
  execFileSync(command, args, { cwd, stdio: "pipe" });
  return (performance.now() - start) / 1000;
}

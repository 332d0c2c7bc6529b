import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compile, USUAL_COMPILER } from "./package/compile.ts";
import { installPeers, runOurs } from "./package/install.ts";
import { CALLERS, MISTAKES, program, type Caller } from "./package/mistakes/programs.ts";

const DOCS = path.join(import.meta.dirname, "package/mistakes/docs");

/**
 * Plants twelve mistakes in programs and prints which of them the types of each package refuse. All packages are made
 * from the same docs; each program is also compiled without its mistake, which has to succeed.
 */
export async function measureMistakes(): Promise<void> {
  const work = realpathSync(mkdtempSync(path.join(tmpdir(), "graph-docs-mistakes-")));
  try {
    prepare(work, installPeers());
    const refused = new Map<string, readonly (boolean | null)[]>();
    for (const caller of CALLERS) refused.set(caller.name, await tryAll(work, caller));
    console.log(print(refused));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Generates the packages from the docs. */
function prepare(work: string, peers: string): void {
  writeFileSync(path.join(work, "package.json"), JSON.stringify({ private: true, type: "module" }));
  symlinkSync(path.join(peers, "node_modules"), path.join(work, "node_modules"));
  const docs = ["--docs", DOCS, "--root", DOCS];
  runOurs("generate", ...docs, "--out", path.join(work, "ours"));
  const document = path.join(work, "openapi.json");
  writeFileSync(document, runOurs("openapi", ...docs));
  const bin = (name: string): string => path.join(peers, "node_modules/.bin", name);
  const options = { cwd: work, stdio: "pipe" } as const;
  execFileSync(bin("openapi-ts"), ["-i", document, "-o", path.join(work, "hey-api")], options);
  execFileSync(bin("openapi-typescript"), [document, "-o", path.join(work, "openapi.ts")], options);
}

/** Whether each mistake is refused; null if the program without the mistake is refused too. */
async function tryAll(work: string, caller: Caller): Promise<readonly (boolean | null)[]> {
  const files = MISTAKES.flatMap(({ right, wrong }, index) => {
    const write = (kind: string, statement: string): string => {
      const file = path.join(work, `${caller.name}-${String(index)}-${kind}.ts`);
      writeFileSync(file, program(caller, statement));
      return file;
    };
    return [write("right", right(caller)), write("wrong", wrong(caller))];
  });
  const { complaints } = await compile(USUAL_COMPILER, work, files);
  const isRefused = (index: number, kind: string): boolean =>
    complaints.includes(`${caller.name}-${String(index)}-${kind}.ts(`);
  return MISTAKES.map((_, index) => (isRefused(index, "right") ? null : isRefused(index, "wrong")));
}

function print(refused: ReadonlyMap<string, readonly (boolean | null)[]>): string {
  const names = [...refused.keys()];
  const cell = (is: boolean | null | undefined): string =>
    is === null ? "cannot be written" : is === true ? "yes" : "no";
  const rows = MISTAKES.map(({ words }, index) => [words, ...names.map((name) => cell(refused.get(name)?.[index]))]);
  const count = names.map((name) => String((refused.get(name) ?? []).filter((is) => is === true).length));
  return [["refused at compile time", ...names], ...rows, [`of ${String(MISTAKES.length)}`, ...count]]
    .map(([first = "", ...others]) => first.padEnd(40) + others.map((other) => other.padStart(19)).join(""))
    .join("\n");
}

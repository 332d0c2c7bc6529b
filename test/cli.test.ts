import { spawn } from "node:child_process";
import { mkdtemp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATION_PAGE, RESOURCE_PAGE } from "./support/pages.ts";
import { BUILT_PROGRAM, buildProgram } from "./support/program.ts";

let folder = "";

beforeAll(async () => {
  await buildProgram();
  folder = await mkdtemp(path.join(tmpdir(), "graph-docs-"));
  await mkdir(path.join(folder, "docs/api"), { recursive: true });
  await mkdir(path.join(folder, "docs/resources"));
  await writeFile(path.join(folder, "docs/api/badge-get.md"), OPERATION_PAGE);
  await writeFile(path.join(folder, "docs/resources/badge.md"), RESOURCE_PAGE);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in a new process; closes the pipe after `reads` pieces of output. */
function runProcess(argv: readonly string[], reads = Number.POSITIVE_INFINITY): Promise<Ended> {
  const child = spawn(process.execPath, [BUILT_PROGRAM, ...argv], { cwd: folder });
  let stdout = "";
  let stderr = "";
  let pieces = 0;
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    pieces += 1;
    if (pieces >= reads) child.stdout.destroy();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

it("writes the package to disk, and nothing else", async () => {
  const { code, stdout, stderr } = await runProcess(["generate", "--docs", "docs", "--out", "out/package"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("Wrote    out/package: ");
  expect((await readdir(folder)).toSorted()).toEqual(["docs", "out"]);
  expect(await readdir(path.join(folder, "out/package"))).not.toContain(".graph-docs-staging");
  expect(await runProcess(["check", "--docs", "docs", "--out", "out/package"])).toMatchObject({ code: 0, stderr: "" });
});

it("writes plain text to a pipe", async () => {
  const { code, stdout, stderr } = await runProcess(["lint", "--docs", "docs"]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "0 errors, 0 warnings, 0 infos\n" });
});

it("exits without an error when the reader closes the pipe early", async () => {
  const pages = Array.from({ length: 300 }, (_, index) => `badge${index}`);
  await mkdir(path.join(folder, "many/resources"), { recursive: true });
  for (const name of pages) {
    await writeFile(path.join(folder, `many/resources/${name}.md`), RESOURCE_PAGE.replaceAll("badge", name));
  }
  expect(await runProcess(["model", "--docs", "many"], 1)).toMatchObject({ code: 0, stderr: "" });
});

it("exits with 2 after a usage error", async () => {
  expect(await runProcess(["generate", "--docs", "nowhere"])).toMatchObject({ code: 2, stdout: "" });
});

it("does not mix two concurrent runs on one package: one writes it, the other names that process", async () => {
  const [one, two] = ["first", "second"].map((name) => ["--docs", name, "--out", "shared", "--no-cache"]);
  for (const [name, word] of [
    ["first", "badge"],
    ["second", "medal"],
  ] as const) {
    await mkdir(path.join(folder, name, "resources"), { recursive: true });
    for (let index = 0; index < 30; index++) {
      const text = RESOURCE_PAGE.replaceAll("badge", `${word}${index}`);
      await writeFile(path.join(folder, name, `resources/${word}${index}.md`), text);
    }
  }
  const runs = await Promise.all([one, two].map((flags = []) => runProcess(["generate", ...flags])));
  for (const { code, stderr } of runs) {
    if (code !== 0) expect(stderr).toMatch(/^error: shared is being written by process \d+ on .*\nWait for it to end/);
  }
  expect(runs.map(({ code }) => code)).toContain(0);
  const checks = await Promise.all([one, two].map((flags = []) => runProcess(["check", ...flags])));
  expect(checks.map(({ code }) => code).toSorted()).toEqual([0, 1]);
});

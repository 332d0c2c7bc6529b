import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../generator/commands/run.ts";
import type { ExitCode } from "../../generator/commands/context.ts";
import { createSink, type Sink } from "../../generator/commands/sink.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { BUILT_PROGRAM, buildProgram } from "../support/program.ts";

let folder = "";

const git = (...args: readonly string[]) =>
  promisify(execFile)("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: folder });

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
};

async function call(...argv: readonly string[]): Promise<{ code: ExitCode; stdout: string; stderr: string }> {
  const written = { stdout: "", stderr: "" };
  const sink = (stream: "stdout" | "stderr"): Sink =>
    createSink({
      terminal: false,
      colour: false,
      write: (text) => Promise.resolve(void (written[stream] += text)),
    });
  const code = await run(argv, {
    host: createNodeHost(),
    cwd: folder,
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    processes: { self: { id: 1, machine: "here" }, isAlive: () => false },
    now: () => 0,
  });
  return { code, ...written };
}

const QUIET = { code: 0, stdout: "", stderr: "" };
const CHANGED_PAGE = RESOURCE_PAGE.replace("# ", "# \n\n# ").replace(/String/, "Boolean");

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "graph-docs-staged-"));
  await git("init", "-q");
  await write("docs-input/api/badge-get.md", OPERATION_PAGE);
  await write("docs-input/resources/badge.md", RESOURCE_PAGE);
  await write("notes.txt", "notes");
  await call("generate");
  await git("add", "-A");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it("accepts a first commit whose package matches its docs", async () => {
  expect(await call("check", "--staged")).toEqual(QUIET);
});

it("prints nothing when neither docs nor package are staged, whatever their content", async () => {
  await git("commit", "-qm", "first");
  await write("docs-input/resources/badge.md", "# Broken");
  await write("notes.txt", "more");
  await git("add", "notes.txt");
  expect(await call("check", "--staged")).toEqual(QUIET);
});

it("reports what is missing and the command that fixes it, which works", async () => {
  await git("commit", "-qm", "first");
  await write("docs-input/resources/badge.md", CHANGED_PAGE);
  await git("add", "docs-input");
  const { code, stdout, stderr } = await call("check", "--staged");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("The staged files in generated do not match the staged docs: the staged docs changed\n");
  expect(stderr).toContain("would change generated/src/badge.ts");
  expect(stderr).toContain("Staged docs:\n  docs-input/resources/badge.md");
  expect(stderr).toContain("npx graph-docs-codegen generate && git add generated\n");
  expect(stderr.split("\n").length).toBeLessThan(25);
  await call("generate");
  expect((await call("check", "--staged")).code, "generated, and not staged yet").toBe(1);
  await git("add", "generated");
  expect((await call("check", "--staged")).code).toBe(0);
});

it("checks the staged files, not the work tree", async () => {
  await git("commit", "-qm", "first");
  await write("docs-input/resources/badge.md", CHANGED_PAGE);
  await git("add", "docs-input");
  await call("generate");
  await git("add", "generated");
  await write("docs-input/resources/badge.md", "# Half done");
  await write("generated/src/badge.ts", "by hand");
  expect((await call("check", "--staged")).code).toBe(0);
});

it("lists docs with changes that are not staged, which generate would read", async () => {
  await git("commit", "-qm", "first");
  await write("docs-input/resources/badge.md", CHANGED_PAGE);
  await git("add", "docs-input");
  await write("docs-input/resources/new.md", RESOURCE_PAGE);
  expect((await call("check", "--staged")).stderr).toContain(
    "not staged (stage or stash them first):\n  docs-input/resources/new.md",
  );
});

it("finds a package without one of its files", async () => {
  await git("commit", "-qm", "first");
  await git("rm", "-q", "generated/src/badge.ts");
  const { code, stderr } = await call("check", "--staged");
  expect(code).toBe(1);
  expect(stderr).toContain("missing      generated/src/badge.ts");
});

it("checks a staged config, and names it as the cause", async () => {
  await git("commit", "-qm", "first");
  await write("graph-docs.config.json", '{ "packageName": "other" }');
  await git("add", "graph-docs.config.json");
  const { code, stderr } = await call("check", "--staged");
  expect(code).toBe(1);
  expect(stderr).toContain("do not match the staged docs: the staged config changed\n");
  await call("generate");
  await git("add", "generated");
  expect((await call("check", "--staged")).code).toBe(0);
});

it("recommends --force if generate would refuse to replace a file in the work tree", async () => {
  await git("commit", "-qm", "first");
  await write("docs-input/resources/badge.md", CHANGED_PAGE);
  await git("add", "docs-input");
  await write("generated/src/badge.ts", "by hand");
  const { stderr } = await call("check", "--staged");
  expect(stderr).toContain("  npx graph-docs-codegen generate --force && git add generated\n");
});

it("fails with a reason outside a repository", async () => {
  await rm(path.join(folder, ".git"), { recursive: true });
  const { code, stderr } = await call("check", "--staged");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: The staged files cannot be read: the folder is not in a Git repository\n/);
});

it("rejects a commit as a plain Git hook, also one of a single file, and accepts the fixed one", async () => {
  await git("commit", "-qm", "first");
  await buildProgram();
  const command = [process.execPath, BUILT_PROGRAM].map((part) => `'${part}'`).join(" ");
  await write(".git/hooks/pre-commit", `#!/bin/sh\nexec ${command} check --staged\n`);
  await chmod(path.join(folder, ".git/hooks/pre-commit"), 0o755);
  await write("docs-input/resources/badge.md", CHANGED_PAGE);
  await call("generate");
  await git("add", "generated");
  await expect(git("commit", "-m", "second", "docs-input")).rejects.toThrow(
    "Staged docs:\n  docs-input/resources/badge.md",
  );
  await git("commit", "-qam", "second");
  expect((await git("status", "--porcelain")).stdout).toBe("");
});

import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { runCommandIn } from "../support/command-line.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { BUILT_PROGRAM, buildProgram } from "../support/program.ts";

let folder = "";

const git = (...args: readonly string[]) =>
  promisify(execFile)("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: folder });

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
};

const generate = () => runCommandIn(folder, createNodeHost(), "generate");

const CHANGED_PAGE = RESOURCE_PAGE.replace("# ", "# \n\n# ").replace(/String/, "Boolean");

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "graph-docs-staged-"));
  await git("init", "-q");
  await write("docs-input/api/badge-get.md", OPERATION_PAGE);
  await write("docs-input/resources/badge.md", RESOURCE_PAGE);
  await write("notes.txt", "notes");
  await generate();
  await git("add", "-A");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it("rejects a commit as a plain Git hook, also one of a single file, and accepts the fixed one", async () => {
  await git("commit", "-qm", "first");
  await buildProgram();
  const command = [process.execPath, BUILT_PROGRAM].map((part) => `'${part}'`).join(" ");
  await write(".git/hooks/pre-commit", `#!/bin/sh\nexec ${command} check --staged\n`);
  await chmod(path.join(folder, ".git/hooks/pre-commit"), 0o755);
  await write("docs-input/resources/badge.md", CHANGED_PAGE);
  await generate();
  await git("add", "generated");
  await expect(git("commit", "-m", "second", "docs-input")).rejects.toThrow(
    "Staged docs:\n  docs-input/resources/badge.md",
  );
  await git("commit", "-qam", "second");
  expect((await git("status", "--porcelain")).stdout).toBe("");
});

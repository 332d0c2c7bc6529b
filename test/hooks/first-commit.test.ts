import { spawn } from "node:child_process";
import { cp, mkdtemp, symlink } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { writeFiles } from "../support/program.ts";
import { installTarball, makeFolder, removeFolder, runProgram } from "../support/tarball.ts";

/*
 * From a folder of docs in a new repository to a commit that the hook checks, with everything that a person types at a
 * terminal: eleven lines.
 */

const ENTER = "";
const TYPED: readonly (readonly [command: string, answers: readonly string[]])[] = [
  ["npx graph-docs-codegen init", [ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, "git"]],
  // As `init` prints it.
  ["chmod +x .githooks/pre-commit && git config core.hooksPath .githooks", []],
  ["npx graph-docs-codegen generate", []],
  ["git add -A && git commit -m 'Add client'", []],
];
/** Keys that a person of 40 words of five letters per minute types in a minute. */
const KEYS_PER_MINUTE = 200;

let folder = "";
let project = "";

beforeAll(async () => {
  folder = await makeFolder();
  project = await installTarball(folder, inject("programTarball"), []);
}, 300_000);

afterAll(() => removeFolder(folder));

/**
 * Runs a command in a terminal, and types an answer whenever it asks.
 *
 * @returns what the terminal showed
 */
function typeAt(cwd: string, command: string, answers: readonly string[]): Promise<string> {
  const isMac = process.platform === "darwin";
  const flags = isMac ? ["-q", "/dev/null", "sh", "-c", command] : ["-qec", command, "/dev/null"];
  const terminal = spawn("script", flags, { cwd });
  const left = [...answers];
  let shown = "";
  terminal.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += stripVTControlCharacters(text);
    const asked = shown.match(/\]: /g)?.length ?? 0;
    while (answers.length - left.length < asked && left.length > 0) terminal.stdin.write(`${left.shift() ?? ENTER}\n`);
  });
  return new Promise((resolve, reject) => {
    terminal.on("error", reject);
    terminal.on("close", (code) => {
      if (code === 0 && left.length === 0) resolve(shown);
      else reject(new Error(`${command} ended with ${String(code)}, ${left.length} answers left:\n${shown}`));
    });
  });
}

// Windows has no command that runs another one in a terminal.
it.skipIf(process.platform === "win32")("takes a person less than a minute from the docs to a commit", async () => {
  const repository = await mkdtemp(path.join(folder, "repository-"));
  await cp(path.join(project, "package.json"), path.join(repository, "package.json"));
  await symlink(path.join(project, "node_modules"), path.join(repository, "node_modules"));
  await writeFiles(repository, {
    "docs/api/badge-get.md": OPERATION_PAGE,
    "docs/resources/badge.md": RESOURCE_PAGE,
    ".gitignore": "node_modules\n",
  });
  for (const flags of [
    ["init", "-q"],
    ["config", "user.name", "A"],
    ["config", "user.email", "a@example.com"],
  ])
    await runProgram("git", flags, repository);

  const shown: string[] = [];
  for (const [command, answers] of TYPED) shown.push(await typeAt(repository, command, answers));
  expect(shown[0]).toContain("Wrote    graph-docs.config.json");
  expect(shown[0]).toContain(`Then     ${TYPED[1]?.[0] ?? ""}`);
  expect(shown[3]).toMatch(/generated\/src\/badge\.ts/);
  // From now on, a commit without the package is refused.
  await writeFiles(repository, { "docs/resources/badge.md": RESOURCE_PAGE.replace("String", "Boolean") });
  await expect(typeAt(repository, "git commit -am 'Change the docs'", [])).rejects.toThrow(
    "do not match the staged docs",
  );

  const keys = TYPED.flatMap(([command, answers]) => [command, ...answers]).map((line) => line.length + 1);
  expect(keys.reduce((sum, count) => sum + count, 0)).toBeLessThan(KEYS_PER_MINUTE);
});

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { argumentsOf, CASES, isOnDisk, type Case } from "../support/commands/case.ts";
import { createDiskFolder, createMemoryFolder, type Folder } from "../support/commands/folder.ts";
import { printRun } from "../support/commands/print.ts";
import { prepare, runCall, runCase } from "../support/commands/run-case.ts";
import { runCommand } from "../support/command-line.ts";
import { expectOutput } from "../support/fixtures.ts";
import { createDocsHost } from "../support/pages.ts";

/*
 * What each command prints in each state of the folder. `call.txt` of a case has the states of the folder, the call and,
 * after `>`, what happens while the command runs. `output.txt` is what it prints, and the files that it changes.
 */

const UP_TO_DATE = createDocsHost();
UP_TO_DATE.files.set("/package.json", new TextEncoder().encode("{}"));
UP_TO_DATE.files.set("/node_modules/.package-lock.json", new TextEncoder().encode("{}"));
await runCommand(UP_TO_DATE, "generate");

/** A folder on disk, which each case empties. Results of earlier runs are beside it. */
const DISK = realpathSync(mkdtempSync(path.join(tmpdir(), "graph-docs-table-")));
mkdirSync(path.join(DISK, "node_modules"));
writeFileSync(path.join(DISK, "package.json"), "{}");
afterAll(() => {
  rmSync(DISK, { recursive: true });
});

function folderOf(given: Case): Folder {
  if (!isOnDisk(given)) return createMemoryFolder(Object.fromEntries(UP_TO_DATE.files));
  const cwd = path.join(DISK, "project");
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd);
  const folder = createDiskFolder(cwd);
  for (const [file, text] of createMemoryFolder(Object.fromEntries(UP_TO_DATE.files)).files()) folder.write(file, text);
  return folder;
}

async function outputOf(given: Case): Promise<{ readonly folder: Folder; readonly output: string }> {
  const folder = folderOf(given);
  await prepare(folder, given);
  const before = folder.files();
  const ran = await runCase(folder, given);
  return { folder, output: printRun(ran, before, folder.files()) };
}

it.each(CASES)("prints what is expected: $fixture.name", async (given) => {
  const { folder, output } = await outputOf(given);
  expectOutput(given.fixture, "output.txt", output);
  const advice = [...output.matchAll(/^(?: {2}|Next {5})((?:npx graph-docs-codegen|npm run) .*)$/gm)];
  for (const [, commands = ""] of advice) {
    for (const command of commands.split(" && ")) expect(await follow(folder, command), command).toBe(0);
    if (given.argv[0] === "check") expect(await runCall(folder, given.argv), commands).toMatchObject({ code: 0 });
  }
});

/** Runs a command that the program recommends. Returns its exit code. */
async function follow(folder: Folder, command: string): Promise<number> {
  const [program, ...words] = argumentsOf(command);
  if (program === "git") {
    folder.git(...words);
    return 0;
  }
  // `npm run generate -- --force` runs the script, which has the same flags as a call without any.
  const argv = program === "npm" ? words.slice(1).filter((word) => word !== "--") : words.slice(1);
  return (await runCall(folder, argv)).code;
}

const CACHED = new Set(["generate", "check", "lint"]);

it.each(CASES.filter(({ argv: [command = "", ...flags] }) => CACHED.has(command) && flags.length === 0))(
  "prints the same without the results of earlier runs: $fixture.name",
  async (given) => {
    const { output } = await outputOf({ ...given, argv: [...given.argv, "--no-cache"] });
    expect(output).toBe((await outputOf(given)).output);
  },
);

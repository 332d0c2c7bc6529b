import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createProgram } from "../../generator/commands/program.ts";
import { applyState, argumentsOf, CASES, isOnDisk, statesOf, type Case } from "../support/commands/case.ts";
import { createDiskFolder, createMemoryFolder, resetDiskFolder, type Folder } from "../support/commands/folder.ts";
import { printRun } from "../support/commands/print.ts";
import { prepare, runCall, runCase } from "../support/commands/run-case.ts";
import { DISK_STATES, STATES } from "../support/commands/states.ts";
import { runCommand } from "../support/command-line.ts";
import { expectOutput } from "../support/fixtures.ts";
import { createDocsHost } from "../support/pages.ts";

/*
 * What each command prints in each state of the folder. `call.txt` of a case has the states of the folder, the call and,
 * after `>`, what happens while the command runs. `output.txt` is what it prints, and the files that it changes.
 */

/** A folder whose package is up to date, with the results of earlier runs beside it. */
const UP_TO_DATE = createDocsHost();
for (const [file, text] of Object.entries({
  "/package.json": "{}",
  "/node_modules/.package-lock.json": "{}",
  "/project/notes.txt": "Notes.\n",
})) {
  UP_TO_DATE.files.set(file, new TextEncoder().encode(text));
}
await runCommand(UP_TO_DATE, "generate");
await runCommand(UP_TO_DATE, "lint");

const createFolder = (): Folder => createMemoryFolder(Object.fromEntries(UP_TO_DATE.files));

/** A folder on disk, with a project that each case brings back to its first state. Results of earlier runs are beside it. */
const DISK = realpathSync(mkdtempSync(path.join(tmpdir(), "graph-docs-table-")));
afterAll(() => {
  rmSync(DISK, { recursive: true });
});
const ON_DISK = createDiskFolder(path.join(DISK, "project"), path.join(DISK, "committed/.git/objects"));

beforeAll(() => {
  for (const name of ["node_modules", "project", "committed"]) mkdirSync(path.join(DISK, name));
  writeFileSync(path.join(DISK, "package.json"), "{}");
  const committed = createDiskFolder(path.join(DISK, "committed"));
  resetDiskFolder(committed, createFolder().files());
  applyState(committed, "committed");
});

function folderOf(given: Case): Folder {
  const folder = createFolder();
  if (!isOnDisk(given)) return folder;
  resetDiskFolder(ON_DISK, folder.files());
  return ON_DISK;
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
  if (output.includes("stage or stash the docs")) applyState(folder, "staged");
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

const CACHED = new Set(["check", "lint"]);

it.each(CASES.filter((given) => CACHED.has(given.argv[0] ?? "") && given.argv.length === 1 && !isOnDisk(given)))(
  "prints the same without the results of earlier runs: $fixture.name",
  async (given) => {
    const { output } = await outputOf({ ...given, argv: [...given.argv, "--no-cache"] });
    expectOutput(given.fixture, "output.txt", output);
  },
);

it("has a case for each state", () => {
  const used = new Set(
    CASES.flatMap(({ history, argv, steps }) => [...statesOf(history), ...(argv[0] === "watch" ? steps : [])]),
  );
  expect([...used].toSorted()).toEqual([...Object.keys(STATES), ...Object.keys(DISK_STATES)].toSorted());
});

it("has a case for each command and each of its flags, in the folder of the command", () => {
  const calls = createProgram(() => undefined).commands.flatMap((command) => [
    command.name(),
    ...command.options.map(({ long }) => `${command.name()} ${long ?? ""}`),
  ]);
  const used = new Set(
    CASES.flatMap(({ argv: [command = "", ...flags] }) => [command, ...flags.map((flag) => `${command} ${flag}`)]),
  );
  expect(calls.filter((call) => !used.has(call))).toEqual([]);
  for (const { fixture, argv } of CASES) {
    const folder = fixture.name.split("/")[0];
    expect(folder, fixture.name).toBe(calls.includes(argv[0] ?? "") ? argv[0] : "usage");
  }
});

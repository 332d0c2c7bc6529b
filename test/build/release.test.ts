import { execFile, execFileSync } from "node:child_process";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { writeFiles } from "../support/program.ts";
import { REPOSITORY } from "../support/repository.ts";
import { makeFolder, removeFolder, runProgram } from "../support/tarball.ts";

const VERSION = "9.8.7";
const QUIET = ["--no-audit", "--no-fund", "--prefer-offline"];
const execute = promisify(execFile);

let folder = "";
let clone = "";
/** The release as a dependency from Git. */
let source = "";

/** Git as a person with a name. */
const git = (cwd: string, ...argv: readonly string[]) =>
  runProgram("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...argv], cwd);
const release = (...argv: readonly string[]) => runProgram("npm", ["run", "-s", "release", "--", ...argv], clone);

beforeAll(async () => {
  folder = await makeFolder();
  clone = path.join(folder, "clone");
  source = `git+file://${clone}#v${VERSION}`;
  await git(folder, "clone", "-q", REPOSITORY, clone);
  await symlink(path.join(REPOSITORY, "node_modules"), path.join(clone, "node_modules"), "junction");
  await writeFile(path.join(clone, ".git/info/exclude"), "node_modules\n");
  for (const [name, value] of [
    ["name", "A"],
    ["email", "a@example.com"],
  ] as const)
    await git(clone, "config", `user.${name}`, value);
  await addEntry();
  await release(VERSION, "--skip-tests", "--yes");
}, 300_000);

afterAll(() => removeFolder(folder));

/** Commits an entry that no release contains. */
async function addEntry(): Promise<void> {
  const changelog = path.join(clone, "CHANGELOG.md");
  const text = await readFile(changelog, "utf8");
  await writeFile(changelog, text.replace("## Unreleased\n", "## Unreleased\n\n- A flag.\n"));
  await git(clone, "commit", "-qam", "Add a flag");
}

/** Creates an empty project. */
async function makeProject(name: string): Promise<string> {
  const project = path.join(folder, name);
  await mkdir(project);
  await writeFile(path.join(project, "package.json"), '{ "name": "consumer", "private": true }\n');
  return project;
}

it("changes nothing without --yes", async () => {
  const before = await git(clone, "show-ref");
  expect(await release("patch", "--skip-tests").catch(String)).toContain('has no entries under "## Unreleased"');
  expect(await release(VERSION, "--skip-tests").catch(String)).toContain(
    `Unexpected tag v${VERSION}, expected a new version`,
  );
  await writeFile(path.join(clone, "notes.txt"), "");
  expect(await release("minor", "--skip-tests").catch(String)).toContain("Unexpected changes without a commit");
  await rm(path.join(clone, "notes.txt"));
  await addEntry();
  const head = await git(clone, "rev-parse", "HEAD");
  expect(await release("minor", "--skip-tests")).toBe(
    "Version 9.9.0 can be released: graph-docs-codegen-9.9.0.tgz was built.\nNothing was changed. Add --yes to release it.\n",
  );
  expect(await git(clone, "rev-parse", "HEAD")).toBe(head);
  expect(await git(clone, "status", "--porcelain")).toBe("");
  await git(clone, "reset", "-q", "--hard", "HEAD~1");
  expect(await git(clone, "show-ref")).toBe(before);
});

it("commits the built program without scripts, on top of the commit that it was built from", async () => {
  const manifest = await git(clone, "show", `v${VERSION}:package.json`);
  expect(manifest).toContain(`"version": "${VERSION}"`);
  expect(manifest).not.toMatch(/"(?:scripts|devDependencies|private)"/);
  expect(await git(clone, "log", "-1", "--format=%P", `v${VERSION}`)).toBe(await git(clone, "rev-parse", "HEAD"));
});

const installs: readonly [name: string, argv: readonly string[], bin: string][] = [
  ["npm", ["npm", "install", ...QUIET, "SOURCE"], "node_modules/.bin"],
  // The flag is what pre-commit passes since 4.6; releases of npm before 11.10 ignore it.
  [
    "npm, globally",
    ["npm", "install", ...QUIET, "--global", "--prefix", "global", "--allow-git=root", "SOURCE"],
    "global/bin",
  ],
  ["npm, from the tarball", ["npm", "install", ...QUIET, "TARBALL"], "node_modules/.bin"],
  ["pnpm", ["npx", "--yes", "pnpm@10", "add", "SOURCE"], "node_modules/.bin"],
  ["yarn", ["npx", "--yes", "yarn@1", "add", "--no-lockfile", "SOURCE"], "node_modules/.bin"],
];

it.each(installs)(
  "is installed by %s",
  async (name, argv, bin) => {
    const project = await makeProject(name.replaceAll(/\W+/g, "-"));
    const tarball = path.join(clone, `graph-docs-codegen-${VERSION}.tgz`);
    const [command = "", ...rest] = argv.map((each) => ({ SOURCE: source, TARBALL: tarball })[each] ?? each);
    const printed = await runProgram(command, rest, project);
    expect(printed).not.toMatch(/\bscripts?\b/i);
    expect(await runProgram(path.join(project, bin, "graph-docs-codegen"), ["--version"], project)).toBe(
      `${VERSION}\n`,
    );
  },
  120_000,
);

it("runs from the tarball with npx", async () => {
  const tarball = path.join(clone, `graph-docs-codegen-${VERSION}.tgz`);
  const argv = ["--yes", "--package", tarball, "--", "graph-docs-codegen", "--version"];
  expect(await runProgram("npx", argv, await makeProject("npx"))).toBe(`${VERSION}\n`);
});

it.runIf(hasPreCommit())(
  "is installed and run by pre-commit",
  async () => {
    const project = await makeProject("pre-commit");
    const hook = { repo: `file://${clone}`, rev: `v${VERSION}`, hooks: [{ id: "graph-docs-codegen" }] };
    const docs = { "docs-input/api/badge-get.md": OPERATION_PAGE, "docs-input/resources/badge.md": RESOURCE_PAGE };
    await writeFiles(project, { ".pre-commit-config.yaml": JSON.stringify({ repos: [hook] }), ...docs });
    await git(project, "init", "-q");
    await git(project, "add", "-A");
    const env = { ...process.env, PRE_COMMIT_HOME: path.join(folder, "pre-commit-home") };
    const check = () => execute("pre-commit", ["run", "--all-files", "--color", "never"], { cwd: project, env });
    await expect(check()).rejects.toMatchObject({ code: 1 });
    await runProgram(path.join(folder, "npm/node_modules/.bin/graph-docs-codegen"), ["generate"], project);
    await git(project, "add", "generated");
    expect((await check()).stdout).toMatch(/generated package matches the docs\.+Passed/);
  },
  180_000,
);

function hasPreCommit(): boolean {
  try {
    execFileSync("pre-commit", ["--version"]);
    return true;
  } catch {
    return false;
  }
}

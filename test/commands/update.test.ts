import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { runCommandIn, type Ran } from "../support/command-line.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

const MORE = RESOURCE_PAGE.replace("|doors|", "|colour|String|What it looks like.|\n|doors|");
const LESS = RESOURCE_PAGE.replace("|doors|", "|gates|").replace('"doors"', '"gates"');

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "update-")));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(repository: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"];
  return execFileSync("git", [...identity, ...args], {
    cwd: path.join(folder, repository),
    encoding: "utf8",
    stdio: "pipe",
  });
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
const run = (...argv: readonly string[]): Promise<Ran> =>
  runCommandIn(path.join(folder, "project"), createNodeHost(), ...argv);

/** A repository whose config says where the docs are, and the version. */
function createProject(docs: string): void {
  mkdirSync(path.join(folder, "project"), { recursive: true });
  git("project", "init", "--quiet", "--initial-branch", "main");
  git("project", "config", "user.name", "A");
  git("project", "config", "user.email", "a@example.org");
  write(
    "project/graph-docs.config.json",
    `{\n  // The reference.\n  "docs": "${docs}",\n  "packageVersion": "1.0.0"\n}\n`,
  );
}

function writeDocs(repository: string): void {
  write(`${repository}/docs/resources/badge.md`, RESOURCE_PAGE);
  write(`${repository}/docs/api/badge-get.md`, OPERATION_PAGE);
}

async function commitPackage(): Promise<void> {
  expect((await run("generate")).code).toBe(0);
  git("project", "add", "--all");
  git("project", "commit", "--quiet", "--message", "First");
}

it("raises the version, writes the package and its changelog, and commits", async () => {
  createProject("docs");
  writeDocs("project");
  await commitPackage();
  write("project/docs/resources/badge.md", MORE);
  write("project/notes.txt", "not ours");
  const { code, stdout, stderr } = await run("update", "--commit");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("Version  1.0.0 → 1.1.0: a minor version, 0 breaking, 1 additive, 0 documentation\n");
  expect(read("project/graph-docs.config.json")).toContain(
    '// The reference.\n  "docs": "docs",\n  "packageVersion": "1.1.0"',
  );
  expect(read("project/generated/package.json")).toContain('"version": "1.1.0"');
  expect(read("project/generated/CHANGELOG.md")).toContain("# Changelog\n\n## 1.1.0\n\n0 breaking, 1 additive");
  expect(git("project", "log", "-1", "--format=%s%n%b")).toContain(
    "Release graph-client 1.1.0\nThe API changed: 0 breaking, 1 additive",
  );
  expect(git("project", "status", "--porcelain")).toBe("?? notes.txt\n");
  expect((await run("check")).code).toBe(0);

  const again = await run("update", "--commit");
  expect(again.stdout).toContain("Version  1.1.0 is unchanged: the API has no changes\nCommit   nothing to commit\n");
});

it("counts what was committed without an update since the version was set", async () => {
  createProject("docs");
  writeDocs("project");
  await commitPackage();
  write("project/docs/resources/badge.md", MORE);
  await commitPackage();
  expect((await run("update", "--commit")).stdout).toContain("Version  1.0.0 → 1.1.0: a minor version");
  expect((await run("update")).stdout).toContain("Version  1.1.0 is unchanged: the API has no changes\n");
});

it("compares a submodule with the commit that is recorded for it", async () => {
  mkdirSync(path.join(folder, "reference"));
  git("reference", "init", "--quiet", "--initial-branch", "main");
  writeDocs("reference");
  git("reference", "add", "--all");
  git("reference", "commit", "--quiet", "--message", "Docs");
  createProject("reference/docs");
  git("project", "submodule", "--quiet", "add", path.join(folder, "reference"), "reference");
  await commitPackage();
  write("reference/docs/resources/badge.md", MORE);
  git("reference", "commit", "--quiet", "--all", "--message", "More");
  git("project", "submodule", "--quiet", "update", "--remote");
  expect((await run("diff", "HEAD:reference/docs", "reference/docs")).stdout).toContain(
    "Property `badge.colour` was added",
  );
  expect((await run("update", "--commit")).stdout).toContain("Version  1.0.0 → 1.1.0");
  expect(git("project", "status", "--porcelain")).toBe("");
  expect(git("project", "show", "--stat", "--format=", "HEAD")).toContain("reference");
});

it("compares with a revision of a clone beside the project", async () => {
  mkdirSync(path.join(folder, "reference"));
  git("reference", "init", "--quiet", "--initial-branch", "main");
  writeDocs("reference");
  git("reference", "add", "--all");
  git("reference", "commit", "--quiet", "--message", "Docs");
  createProject("../reference/docs");
  await commitPackage();
  write("reference/docs/resources/badge.md", LESS);
  git("reference", "commit", "--quiet", "--all", "--message", "Less");
  expect((await run("update", "--from", "HEAD~1:./")).stdout).toContain("Version  1.0.0 → 2.0.0");
  expect((await run("diff", "../reference/docs", "../reference/docs")).code).toBe(0);
});

it("compares two folders without Git", async () => {
  mkdirSync(path.join(folder, "project"));
  write("project/graph-docs.config.mjs", 'export default { docs: "docs", packageVersion: "0.3.0" };\n');
  writeDocs("project");
  cpSync(path.join(folder, "project/docs"), path.join(folder, "project/old"), { recursive: true });
  write("project/docs/resources/badge.md", LESS);
  expect((await run("update", "--from", "old")).stdout).toContain("Version  0.3.0 → 0.4.0: a minor version");
  expect(read("project/graph-docs.config.mjs")).toBe('export default { docs: "docs", packageVersion: "0.4.0" };\n');
  const { code, stderr } = await run("update");
  expect(code).toBe(1);
  expect(stderr).toContain("the last commit of docs: the folder is not in a Git repository");
});

it("writes nothing when it cannot write the version", async () => {
  mkdirSync(path.join(folder, "project"));
  writeDocs("project");
  cpSync(path.join(folder, "project/docs"), path.join(folder, "project/old"), { recursive: true });
  write("project/docs/resources/badge.md", LESS);
  const none = await run("update", "--docs", "docs", "--from", "old");
  expect(none.stderr).toContain("update without a config file");
  write(
    "project/graph-docs.config.mjs",
    'const version = "1.0.0";\nexport default { docs: "docs", packageVersion: version };\n',
  );
  const computed = await run("update", "--from", "old");
  expect(computed.stderr).toContain(
    'error: graph-docs.config.mjs: Unexpected text, expected packageVersion: "1.0.0" once\nSet it to "2.0.0" by hand.\n',
  );
  expect([none.code, computed.code]).toEqual([2, 2]);
  expect(() => read("project/generated/package.json")).toThrow();
});

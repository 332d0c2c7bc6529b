import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { inc, valid } from "semver";
import { releaseEntries } from "./changelog.ts";
import { packStaged, readManifest, REPOSITORY, stagePackage } from "./published.ts";

/**
 * Releases the program. Without --yes, it makes and tests everything in a temporary folder and changes nothing.
 *
 * The tag is a commit of the branch `release`, which contains the built program and no scripts. So `npm install` from
 * Git, globally or not, needs no build and works with each package manager, and so does the hook for pre-commit.
 *
 * Usage: npm run release -- major|minor|patch|VERSION [--yes] [--skip-tests]
 */

const BRANCH = "release";
const CHANGELOG = path.join(REPOSITORY, "CHANGELOG.md");

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { yes: { type: "boolean", default: false }, "skip-tests": { type: "boolean", default: false } },
});
const version = nextVersion(positionals[0] ?? "");
const tag = `v${version}`;
const folder = mkdtempSync(path.join(tmpdir(), "graph-docs-codegen-"));
try {
  checkState();
  const changelog = releaseEntries(readFileSync(CHANGELOG, "utf8"), version, new Date().toISOString().slice(0, 10));
  if (values.yes) commitVersion(changelog);
  const staged = path.join(folder, "package");
  stagePackage(staged, version);
  writeFileSync(path.join(staged, "CHANGELOG.md"), changelog);
  const tarball = packStaged(staged, values.yes ? REPOSITORY : folder);
  if (!values["skip-tests"]) npm(["run", "-s", "test:installed"], { PROGRAM_TARBALL: tarball });
  if (values.yes) commitPackage(staged);
  report(tarball);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

function nextVersion(wanted: string): string {
  const current = String(Reflect.get(readManifest(), "version"));
  const kind = (["major", "minor", "patch"] as const).find((each) => each === wanted);
  const next = kind === undefined ? valid(wanted) : inc(current, kind);
  if (next !== null) return next;
  console.error(`Unexpected version "${wanted}", expected major, minor, patch or a version such as 1.2.3`);
  process.exit(2);
}

/** Stops before anything is written if the release would contain what no commit contains, or exists already. */
function checkState(): void {
  if (git(["status", "--porcelain"]) !== "") throw new Error("Unexpected changes without a commit, expected none");
  if (git(["tag", "--list", tag]) !== "") throw new Error(`Unexpected tag ${tag}, expected a new version`);
}

function commitVersion(changelog: string): void {
  writeFileSync(CHANGELOG, changelog);
  npm(["version", version, "--no-git-tag-version", "--allow-same-version", "--ignore-scripts"]);
  git(["commit", "--quiet", "--all", "--message", `Release ${version}`]);
}

/** Commits the staged package to the branch of releases, without touching the working tree, and tags the commit. */
function commitPackage(staged: string): void {
  const apart = {
    GIT_DIR: git(["rev-parse", "--absolute-git-dir"]),
    GIT_WORK_TREE: staged,
    GIT_INDEX_FILE: path.join(folder, "index"),
  };
  git(["add", "--all", "--force", "."], apart, staged);
  const tree = git(["write-tree"], apart, staged);
  const last = git(["branch", "--list", "--format=%(objectname)", BRANCH]);
  const parents = [last, git(["rev-parse", "HEAD"])].filter((parent) => parent !== "");
  const message = `Release ${version}`;
  const commit = git(["commit-tree", tree, ...parents.flatMap((parent) => ["-p", parent]), "-m", message]);
  git(["branch", "--force", BRANCH, commit]);
  git(["tag", "--annotate", tag, commit, "--message", message]);
}

function report(tarball: string): void {
  const name = path.basename(tarball);
  const lines = values.yes
    ? [`Released ${version}: ${name}, branch ${BRANCH}, tag ${tag}. To publish it:`, `  npm publish ${name}`]
    : [`Version ${version} can be released: ${name} was built${values["skip-tests"] ? "" : " and tested"}.`];
  const next = values.yes ? `  git push origin HEAD ${BRANCH} ${tag}` : "Nothing was changed. Add --yes to release it.";
  console.log([...lines, next].join("\n"));
}

/** Runs Git and returns what it prints. */
function git(argv: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = REPOSITORY): string {
  return execFileSync("git", argv, { cwd, env: { ...process.env, ...env }, encoding: "utf8" }).trim();
}

function npm(argv: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const shell = process.platform === "win32";
  execFileSync("npm", argv, { cwd: REPOSITORY, env: { ...process.env, ...env }, shell, stdio: ["ignore", 2, 2] });
}

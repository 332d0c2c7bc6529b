import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runAction, type ActionRun } from "../support/action.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { BUILT_PROGRAM, buildProgram, writeFiles } from "../support/program.ts";
import { REPOSITORY } from "../support/repository.ts";

const ACTION = path.join(REPOSITORY, ".github/actions/check-docs/action.yml");
const PAGE = "docs-input/resources/badge.md";

let folder = "";

const git = (...args: readonly string[]) =>
  promisify(execFile)("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: folder });

const program = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [BUILT_PROGRAM, ...args], { cwd: folder });

beforeAll(async () => {
  await buildProgram();
  folder = await mkdtemp(path.join(tmpdir(), "graph-docs-action-"));
  await git("init", "-q");
  await writeFiles(folder, { "docs-input/api/badge-get.md": OPERATION_PAGE, [PAGE]: RESOURCE_PAGE });
  await program("generate");
  await git("add", "-A");
  await git("commit", "-qm", "Add the docs");
});

afterAll(() => rm(folder, { recursive: true }));

/** Commits a page, with or without the package that it generates, and runs the action on this pull request. */
async function onPullRequest(
  files: Readonly<Record<string, string>>,
  isGenerated: boolean,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const base = (await git("rev-parse", "HEAD")).stdout.trim();
  await writeFiles(folder, files);
  if (isGenerated) await program("generate");
  await git("add", "-A");
  await git("commit", "-q", "--allow-empty", "-m", "Change the docs");
  const values = { "inputs.program": `node ${BUILT_PROGRAM}`, "github.event.pull_request.base.sha": base, ...inputs };
  const result = await runAction(ACTION, folder, values);
  await git("reset", "-q", "--hard", base);
  return result;
}

const codes = ({ steps }: ActionRun) => steps.map(([, code]) => code).join(" ");

it("accepts a pull request that changes nothing", async () => {
  const result = await onPullRequest({}, false);
  expect(codes(result)).toBe("0 0 0 0");
  expect(result.stdout).toBe("");
  expect(result.summary).toBe(`### API docs
- Findings: 0 errors, 0 others
- Package: up to date

The API did not change.
`);
});

it("annotates new findings, and lists the changes of the API", async () => {
  const page = RESOURCE_PAGE.replace("|doors|", "|height|Int32|How tall.|\n|weight|Kilograms|How heavy.|\n|doors|");
  const result = await onPullRequest({ [PAGE]: page }, true, { "inputs.fail-on": "additive" });
  expect(codes(result)).toBe("0 1 0 1");
  expect(result.stdout).toMatch(/^::error file=docs-input\/resources\/badge\.md,line=\d+,col=\d+,title=[\w-]+::/m);
  expect(result.stdout).toMatch(/^::error title=Changes of the API::--fail-on additive rejects these changes: /m);
  expect(result.summary).toContain("- Findings: 1 errors, ");
  expect(result.summary).toContain("- Property `badge.height` was added — `resources/badge.md:");
});

it("annotates a package that does not match the docs in one command of the workflow", async () => {
  const page = RESOURCE_PAGE.replace("Doors that it opens.", "The doors.");
  const result = await onPullRequest({ [PAGE]: page }, false);
  expect(codes(result)).toBe("0 0 1 0");
  expect(result.stdout.trim().split("\n")).toEqual([
    expect.stringMatching(/^::error title=The package does not match/),
  ]);
  expect(result.summary).toContain("from `Doors that it opens.` to `The doors.`");
});

it("skips the package if the repository has none", async () => {
  const page = RESOURCE_PAGE.replace("Doors that it opens.", "The doors.");
  const result = await onPullRequest({ [PAGE]: page }, false, { "inputs.package": "false" });
  expect(codes(result)).toBe("0 0 0");
});

it("reports everything if the base has no docs", async () => {
  const pages = { "docs/api/badge-get.md": OPERATION_PAGE, "docs/resources/badge.md": RESOURCE_PAGE };
  const result = await onPullRequest(pages, false, { "inputs.docs": "docs", "inputs.package": "false" });
  expect(codes(result)).toBe("0 0 0");
  expect(result.summary).toContain("- Changes: all, as the base has no docs");
});

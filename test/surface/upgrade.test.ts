import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Host } from "../../generator/host/host.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { createContext, runCommand, runCommandIn, type Ran } from "../support/command-line.ts";
import type { MemoryHost } from "../support/memory-host.ts";
import { createDocsHost, OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { loadVersion } from "../support/program-version.ts";
import { RECORD_PATH } from "../../generator/emit/package/record.ts";

// An earlier version of the program: it names functions and enum keys by other rules, and requires no property of a body.
const runEarlier = await loadVersion("earlier", [
  {
    file: "page/names/operation-name.ts",
    from: "return `${verbOf(verb, kind)}",
    to: 'return `${verbOf(verb, kind).replace("get", "fetch")}',
  },
  { file: "util/member-identifier.ts", from: "return `_${text}`", to: "return `N${text}`" },
  { file: "emit/requests/body-members.ts", from: "return !property.required ||", to: "return property.required ||" },
]);

const CREATE_PAGE = OPERATION_PAGE.replaceAll("Get badge", "Create badge")
  .replace("GET /badges/{badgeId}", "POST /badges")
  .replace(
    "Don't supply a request body for this method.",
    "|Property|Type|Description|\n|:---|:---|:---|\n|floor|[floor](../resources/floor.md)|Where. Required.|",
  )
  .replace(
    "GET https://graph.microsoft.com/v1.0/badges/7\n",
    'POST https://graph.microsoft.com/v1.0/badges\nContent-Type: application/json\n\n{"floor": "2nd"}\n',
  );
const ENUM_PAGE = `# floor enum type

Namespace: microsoft.graph

A floor of the building.

## Members

|Member|Description|
|:---|:---|
|ground|At the ground.|
|2nd|Above.|
|unknownFutureValue|Do not use.|
`;

const CONFIG = '{ "packageVersion": "1.2.3" }';

/** A package that the earlier version has generated. */
async function createProject(): Promise<MemoryHost> {
  const host = createDocsHost({ "api/badge-post.md": CREATE_PAGE, "resources/floor.md": ENUM_PAGE });
  host.files.set("/project/graph-docs.config.json", Buffer.from(CONFIG));
  expect(await runWith(runEarlier, host, "generate")).toMatchObject({ code: 0 });
  return host;
}

async function runWith(run: typeof runEarlier, host: Host, ...argv: readonly string[]): Promise<Ran> {
  return runIn("/project", run, host, ...argv);
}

async function runIn(cwd: string, run: typeof runEarlier, host: Host, ...argv: readonly string[]): Promise<Ran> {
  const { context, stdout, stderr } = createContext(host, cwd);
  const code = await run(argv, context);
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}

it("finds nothing to report while the program is the same", async () => {
  const host = await createProject();
  expect(await runWith(runEarlier, host, "check")).toMatchObject({ code: 0 });
  expect((await runWith(runEarlier, host, "diff", "generated", "docs-input")).stdout).toBe("The API did not change.\n");
});

it("check states what an upgrade of the program changes, and the version it calls for", async () => {
  const { code, stdout } = await runCommand(await createProject(), "check");
  expect(code).toBe(1);
  expect(stdout).toContain(`would change generated/${RECORD_PATH}\n`);
  expect(stdout.slice(stdout.indexOf("API ")))
    .toBe(`API       3 breaking, 0 additive, 0 documentation: this calls for a major version, 1.2.3 → 2.0.0
  breaking: The TypeScript name of GET /badges/{badgeId} changed from fetchBadge to getBadge (api/badge-get.md)
  breaking: Body property createBadge.floor became required (api/badge-post.md)
  breaking: The name of enum member floor.2nd changed from N2nd to _2nd: programs use the old name (resources/floor.md)
`);
});

it("check states what changed since the package was committed, if Git knows it", async () => {
  const project = realpathSync(mkdtempSync(path.join(tmpdir(), "upgrade-")));
  onTestFinished(() => {
    rmSync(project, { recursive: true, force: true });
  });
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
  };
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: project });
  write("docs-input/api/badge-get.md", OPERATION_PAGE);
  write("docs-input/resources/badge.md", RESOURCE_PAGE);
  git("init", "--quiet");
  await runIn(project, runEarlier, createNodeHost(), "generate");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Package");
  const check = async () => (await runCommandIn(project, createNodeHost(), "check")).stderr;
  expect(await check()).toContain("generated is not up to date: the program or its flags changed\n");
  write("graph-docs.config.json", '{ "enumStyle": "union" }');
  expect(await check()).toContain(": the config changed\n");
  write("docs-input/api/badge-get.md", `${OPERATION_PAGE}\n`);
  expect(await check()).toContain(": the docs and the config changed\n");
  rmSync(path.join(project, "graph-docs.config.json"));
  expect(await check()).toContain(": the docs changed\n");
});

it("diff compares a package with the docs, or with another package", async () => {
  const host = await createProject();
  const { stdout } = await runCommand(host, "diff", "generated", "docs-input");
  expect(stdout).toContain("## 2.0.0\n\nThis calls for a major version.\n\n3 breaking, 0 additive, 0 documentation.\n");
  expect(stdout).toContain("The TypeScript name of `GET /badges/{badgeId}` changed from `fetchBadge` to `getBadge`");
  await runCommand(host, "generate", "--out", "later");
  expect((await runCommand(host, "diff", "generated", "later")).stdout).toBe(stdout);
  expect((await runCommand(host, "diff", "later", "docs-input")).stdout).toBe("The API did not change.\n");
  expect((await runCommand(host, "diff", "generated", "later", "--fail-on", "breaking")).code).toBe(1);
});

it("update raises the version for the program and the docs, once", async () => {
  const host = await createProject();
  host.files.set("/project/old/resources/badge.md", Buffer.from(RESOURCE_PAGE));
  host.files.set("/project/old/api/badge-get.md", Buffer.from(OPERATION_PAGE));
  host.files.set("/project/old/api/badge-post.md", Buffer.from(CREATE_PAGE));
  host.files.set("/project/old/resources/floor.md", Buffer.from(ENUM_PAGE));
  const more = RESOURCE_PAGE.replace("|doors|", "|colour|String|What it looks like.|\n|doors|");
  host.files.set("/project/docs-input/resources/badge.md", Buffer.from(more));
  const { code, stdout } = await runCommand(host, "update", "--from", "old");
  expect(code).toBe(0);
  expect(stdout).toContain(
    "Version  1.2.3 → 2.0.0: a major version, 3 breaking, 1 additive, 0 documentation\n" +
      "Program  3 changes not in the compared docs: the generator or its settings changed, or the package was out of date\n",
  );
  const changelog = host.text("/project/generated/CHANGELOG.md");
  expect(changelog).toContain(
    "- The TypeScript name of `GET /badges/{badgeId}` changed from `fetchBadge` to `getBadge`: " +
      "not in the compared docs — `api/badge-get.md:1`\n",
  );
  expect(changelog).toContain("- Property `badge.colour` was added — `resources/badge.md:18`\n");

  expect((await runCommand(host, "update", "--from", "old")).stdout).toContain("Version  2.0.0 is unchanged");
  expect(host.text("/project/generated/CHANGELOG.md")).toBe(changelog);
  expect(await runCommand(host, "check")).toMatchObject({ code: 0 });
});

it("says nothing about a package without a record, and nothing wrong about a damaged one", async () => {
  const host = await createProject();
  host.files.set(`/project/generated/${RECORD_PATH}`, Buffer.from("{}\n"));
  expect((await runCommand(host, "check")).stdout).toMatch(/^edited +generated\/.graph-docs-api.jsonl$/m);
  expect((await runCommand(host, "check")).stdout).not.toContain("API ");
  expect((await runCommand(host, "diff", "generated", "docs-input")).stderr).toContain(
    `generated/${RECORD_PATH}: Unexpected content, expected the API of a package\nGenerate the package again.`,
  );
  host.files.delete(`/project/generated/${RECORD_PATH}`);
  expect((await runCommand(host, "check")).stdout).not.toContain("API ");
});

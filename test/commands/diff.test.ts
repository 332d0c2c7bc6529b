import { expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";

const WITHOUT_DOORS = RESOURCE_PAGE.replace("|doors|String collection|Doors that it opens.|\n", "").replace(
  ',\n  "doors": ["String"]',
  "",
);
const WITH_COLOUR = RESOURCE_PAGE.replace("|doors|", "|colour|String|What it looks like.|\n|doors|");

const docs = (folder: string, page: string): Readonly<Record<string, string>> => ({
  [`/project/${folder}/resources/badge.md`]: page,
  [`/project/${folder}/api/badge-get.md`]: OPERATION_PAGE,
});

function createHost(more: Readonly<Record<string, string>> = {}): MemoryHost {
  return createMemoryHost({
    ...docs("old", RESOURCE_PAGE),
    ...docs("less", WITHOUT_DOORS),
    ...docs("more", WITH_COLOUR),
    "/project/empty/readme.md": "# Nothing\n",
    "/project/other.json": "{}",
    "/project/text.json": "no JSON",
    ...more,
  });
}

it("says that nothing changed", async () => {
  expect(await runCommand(createHost(), "diff", "old", "old")).toEqual({
    code: 0,
    stdout: "The API did not change.\n",
    stderr: "",
  });
});

it("prints an entry of a changelog", async () => {
  const { code, stdout, stderr } = await runCommand(createHost(), "diff", "old", "less");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(`## Unreleased

This asks for a major version, before 1.0.0 a minor one.

1 breaking, 0 additive, 0 documentation.

### Breaking (1)

#### \`badge\`

- Property \`badge.doors\` was removed — \`resources/badge.md:18\`
`);
});

it.each([
  ["a flag", ["--package-version", "1.2.3"], {}],
  ["the config", [], { "/project/graph-docs.config.json": '{ "packageVersion": "1.2.3" }' }],
])("counts on from the version of %s", async (_, argv, files) => {
  const { stdout } = await runCommand(createHost(files), "diff", "old", "more", ...argv);
  expect(stdout).toContain("## 1.3.0\n\nThis asks for a minor version.\n");
});

it("prints JSON", async () => {
  const { stdout } = await runCommand(
    createHost(),
    "diff",
    "old",
    "less",
    "--format",
    "json",
    "--package-version",
    "0.2.0",
  );
  expect(JSON.parse(stdout)).toEqual({
    formatVersion: 1,
    counts: { breaking: 1, additive: 0, docs: 0 },
    bump: "major",
    bumpBefore1: "minor",
    version: "0.2.0",
    nextVersion: "0.3.0",
    changes: [
      {
        kind: "property-removed",
        class: "breaking",
        noticed: "compile",
        reason: "",
        module: "badge",
        subject: "badge.doors",
        before: null,
        after: null,
        needs: null,
        renamed: null,
        place: { file: "resources/badge.md", line: 18, column: 2 },
        side: "before",
        message: "Property badge.doors was removed",
      },
    ],
  });
});

const limits: readonly (readonly [limit: string, after: string, code: number])[] = [
  ["breaking", "less", 1],
  ["breaking", "more", 0],
  ["additive", "more", 1],
  ["docs", "less", 1],
  ["docs", "old", 0],
];

it.each(limits)("fails on %s changes of %s with %i", async (limit, after, code) => {
  expect((await runCommand(createHost(), "diff", "old", after, "--fail-on", limit)).code).toBe(code);
});

it("reads what model prints, and finds in it what the docs say", async () => {
  const host = createHost();
  const { stdout } = await runCommand(host, "model", "--docs", "old");
  host.files.set("/project/old.json", new TextEncoder().encode(stdout));
  expect((await runCommand(host, "diff", "old.json", "old")).stdout).toBe("The API did not change.\n");
  expect((await runCommand(host, "diff", "old.json", "less")).stdout).toContain("`badge.doors` was removed");
});

it("compares what is selected", async () => {
  expect((await runCommand(createHost(), "diff", "old", "less", "--include", "badge")).stdout).toContain("badge.doors");
  expect((await runCommand(createHost(), "diff", "old", "less", "--exclude", "badge")).stdout).toBe(
    "The API did not change.\n",
  );
});

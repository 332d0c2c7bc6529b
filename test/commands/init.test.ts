import { expect, it } from "vitest";
import { createMemoryHost } from "../support/memory-host.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { run } from "../../generator/commands/run.ts";
import { createContext, runCommand } from "../support/command-line.ts";

const DOCS = {
  "/project/reference/v1/api/badge-get.md": OPERATION_PAGE,
  "/project/reference/v1/resources/badge.md": RESOURCE_PAGE,
  "/project/old/api/badge-get.md": OPERATION_PAGE,
};

it("writes a config for the docs with the most pages, and prints the next steps", async () => {
  const host = createMemoryHost(DOCS);
  const { code, stdout } = await runCommand(host, "init");
  expect(code).toBe(0);
  expect(stdout).toContain("reads the docs in reference/v1, writes the package to generated");
  expect(stdout).toContain("npx graph-docs-codegen generate");
  expect(JSON.parse(host.text("/project/graph-docs.config.json") ?? "")).toEqual({
    $schema: "./node_modules/graph-docs-codegen/generator/dist/config.schema.json",
    docs: "reference/v1",
    out: "generated",
    baseUrl: "https://graph.microsoft.com/v1.0",
    packageName: "graph-client",
    packageVersion: "0.1.0",
    packageInfo: { license: "UNLICENSED" },
  });
  expect((await runCommand(host, "generate")).code).toBe(0);
});

it("writes the package outside the docs where the current folder holds them", async () => {
  const host = createMemoryHost({ "/project/api/badge-get.md": OPERATION_PAGE });
  expect((await runCommand(host, "init")).stdout).toContain("reads the docs in ., writes the package to ../generated");
  expect((await runCommand(host, "generate")).code).toBe(0);
});

/** A user at a terminal, who types one line for each question; the questions are noted. */
function atTerminal(lines: readonly string[], asked: string[] = []) {
  const rest = [...lines];
  const ask = (question: string): Promise<string> => {
    asked.push(question);
    return Promise.resolve(rest.shift() ?? "");
  };
  return { ask };
}

const ENTER = "";

it("asks on a terminal for what no flag states", async () => {
  const host = createMemoryHost({ ...DOCS, "/project/.husky/pre-commit": "npm test\n" });
  const { context, stdout } = createContext(host);
  const asked: string[] = [];
  const lines = [ENTER, "client", "my-client", "1.0", "1.0.0", "MIT", "https://host/docs/{page}", ENTER];
  expect(await run(["init"], { ...context, ...atTerminal(lines, asked) })).toBe(0);
  expect(asked).toEqual([
    "Folder of the docs [reference/v1]: ",
    "Folder of the package [generated]: ",
    "Name of the package [graph-client]: ",
    "Version [0.1.0]: ",
    "Version [0.1.0]: ",
    "License, such as MIT [UNLICENSED]: ",
    "Public URL of the pages, such as https://host/docs/{page} [none]: ",
    "Check each commit with husky, lefthook, pre-commit, git or none [husky]: ",
  ]);
  expect(JSON.parse(host.text("/project/graph-docs.config.json") ?? "")).toMatchObject({
    docs: "reference/v1",
    out: "client",
    packageName: "my-client",
    packageVersion: "1.0.0",
    packageInfo: { license: "MIT" },
    pageUrl: "https://host/docs/{page}",
  });
  expect(host.text("/project/.husky/pre-commit")).toBe("npm test\nnpx --no -- graph-docs-codegen check --staged\n");
  expect(stdout.join(""))
    .toBe(`Wrote    graph-docs.config.json: reads the docs in reference/v1, writes the package to client
Wrote    .husky/pre-commit: checks each commit
Next     npx graph-docs-codegen generate
Then     npx husky
`);
});

it("writes the namespace of most pages, so that names leave it out", async () => {
  const named = RESOURCE_PAGE.replaceAll("microsoft.graph", "harbour.logbook");
  const host = createMemoryHost({
    "/project/docs/resources/badge.md": named,
    "/project/docs/resources/pass.md": named.replaceAll("badge", "pass"),
    "/project/docs/resources/door.md": RESOURCE_PAGE.replaceAll("badge", "door"),
  });
  expect((await runCommand(host, "init")).code).toBe(0);
  expect(JSON.parse(host.text("/project/graph-docs.config.json") ?? "")).toMatchObject({
    namespace: "harbour.logbook",
  });
  expect((await runCommand(host, "generate")).code).toBe(0);
  expect(host.text("/project/generated/src/badge.ts")).toContain("export interface Badge ");
});

it("adds only a hook where there is a config file", async () => {
  const host = createMemoryHost({ ...DOCS, "/project/graph-docs.config.json": "{}" });
  expect(await runCommand(host, "init", "--hook", "husky")).toMatchObject({
    code: 0,
    stdout: "Wrote    .husky/pre-commit: checks each commit\nNext     npx husky\n",
  });
  expect(host.text("/project/graph-docs.config.json")).toBe("{}");
});

it("asks nothing that a flag states", async () => {
  const host = createMemoryHost({ ...DOCS, "/other/api/badge-get.md": OPERATION_PAGE });
  const { context } = createContext(host);
  const asked: string[] = [];
  const flags =
    "--docs ../other --out lib --package-name a --package-version 2.0.0 --license MIT --page-url https://h/{page} --hook none --base-url https://h/v2";
  expect(await run(["init", ...flags.split(" ")], { ...context, ...atTerminal([], asked) })).toBe(0);
  expect(asked).toEqual([]);
  expect(JSON.parse(host.text("/project/graph-docs.config.json") ?? "")).toMatchObject({
    docs: "../other",
    out: "lib",
    baseUrl: "https://h/v2",
  });
});

it("writes a config with which generate, update and check work", async () => {
  const host = createMemoryHost(DOCS);
  for (const command of ["init", "generate", "check"]) {
    expect(await runCommand(host, command), command).toMatchObject({ code: 0 });
  }
  // Without a repository, the state before the changes is named.
  const update = await runCommand(host, "update", "--from", "old");
  expect(update).toMatchObject({ code: 0 });
  expect(update.stdout).toMatch(/^Version {2}0\.1\.0 → /m);
});

const CHECK = "npx --no -- graph-docs-codegen check --staged";
const YAML_HOOK = `  - repo: local
    hooks:
      - id: graph-docs-codegen
        name: generated package matches the docs
        entry: ${CHECK}
        language: system
        pass_filenames: false
        always_run: true
`;
const OTHER = "  - repo: https://host/hooks # tidy\n    rev: v1\n    hooks:\n      - id: tidy\n";

const hooks: readonly (readonly [title: string, manager: string, file: string, given: string | null, want: string])[] =
  [
    ["husky", "husky", ".husky/pre-commit", null, `${CHECK}\n`],
    ["husky after another command", "husky", ".husky/pre-commit", "npm test", `npm test\n${CHECK}\n`],
    ["husky that has it", "husky", ".husky/pre-commit", `${CHECK} --diff\n`, `${CHECK} --diff\n`],
    ["lefthook", "lefthook", "lefthook.yml", null, `pre-commit:\n  jobs:\n    - run: ${CHECK}\n`],
    [
      "lefthook with jobs",
      "lefthook",
      "lefthook.yml",
      "# Ours\npre-commit:\n  jobs:\n    - run: npm test\n",
      `# Ours\npre-commit:\n  jobs:\n    - run: npm test\n    - run: ${CHECK}\n`,
    ],
    [
      "lefthook with another file name",
      "lefthook",
      ".lefthook.yaml",
      "pre-push: {}\n",
      `pre-push: {}\npre-commit:\n  jobs:\n    - run: ${CHECK}\n`,
    ],
    ["lefthook that it cannot read", "lefthook", "lefthook.yml", "pre-commit: [", "pre-commit: ["],
    ["lefthook of another form", "lefthook", "lefthook.yml", "pre-commit: no\n", "pre-commit: no\n"],
    ["pre-commit", "pre-commit", ".pre-commit-config.yaml", null, `repos:\n${YAML_HOOK}`],
    [
      "pre-commit with other hooks",
      "pre-commit",
      ".pre-commit-config.yaml",
      `repos:\n${OTHER}`,
      `repos:\n${OTHER}${YAML_HOOK}`,
    ],
    ["Git alone", "git", ".githooks/pre-commit", null, `#!/bin/sh\n${CHECK}\n`],
  ];

it.each(hooks)("adds the check to %s", async (_, manager, file, given, want) => {
  const host = createMemoryHost({ ...DOCS, ...(given === null ? {} : { [`/project/${file}`]: given }) });
  const { code, stdout } = await runCommand(host, "init", "--hook", manager);
  expect(code).toBe(0);
  expect(host.text(`/project/${file}`)).toBe(want);
  const said = want.includes(CHECK)
    ? `Wrote    ${file}: checks each commit`
    : `Kept     ${file}: add "${CHECK}" by hand`;
  expect(stdout).toContain(said);
});

it.each([
  [".husky/pre-commit", "husky"],
  [".lefthook.yml", "lefthook"],
  [".pre-commit-config.yaml", "pre-commit"],
  [".git/HEAD", "git"],
  ["src/index.ts", "none"],
])("finds the hook manager of a project with %s", async (file, manager) => {
  const { context } = createContext(createMemoryHost({ ...DOCS, [`/project/${file}`]: "" }));
  const asked: string[] = [];
  await run(["init"], { ...context, ...atTerminal([], asked) });
  expect(asked.at(-1)).toContain(`[${manager}]`);
});

const licenses: readonly (readonly [string, { own?: string; flags?: string[]; lines?: string[]; want: string }])[] = [
  ["that of the project", { own: '{ "license": "Apache-2.0" }', want: "Apache-2.0" }],
  ["that of the flag", { own: '{ "license": "Apache-2.0" }', flags: ["--license", "MIT"], want: "MIT" }],
  ["none where the project is broken", { own: "{ license", want: "UNLICENSED" }],
  ["that of the answer", { lines: ["MIT"], want: "MIT" }],
  ["that of the project for an empty answer", { own: '{ "license": "ISC" }', lines: [""], want: "ISC" }],
  ["that of the second answer if the first is none", { lines: ["<MIT>", "MIT OR ISC"], want: "MIT OR ISC" }],
];

it.each(licenses)("writes a license: %s", async (_, { own, flags = [], lines, want }) => {
  const host = createMemoryHost({ ...DOCS, ...(own === undefined ? {} : { "/project/package.json": own }) });
  const { context } = createContext(host);
  // The license is the fifth question.
  const terminal = lines === undefined ? {} : atTerminal([ENTER, ENTER, ENTER, ENTER, ...lines]);
  expect(await run(["init", ...flags], { ...context, ...terminal })).toBe(0);
  expect(JSON.parse(host.text("/project/graph-docs.config.json") ?? "")).toMatchObject({
    packageInfo: { license: want },
  });
});

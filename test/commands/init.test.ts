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
    packageName: "graph-client",
    packageInfo: { license: "UNLICENSED" },
  });
  expect((await runCommand(host, "generate")).code).toBe(0);
});

it("does not replace a config", async () => {
  const { code, stderr } = await runCommand(
    createMemoryHost({ ...DOCS, "/project/graph-docs.config.json": "{}" }),
    "init",
  );
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "graph-docs.config.json exists already: nothing is written\n",
  });
});

it("writes the package outside the docs where the current folder holds them", async () => {
  const host = createMemoryHost({ "/project/api/badge-get.md": OPERATION_PAGE });
  expect((await runCommand(host, "init")).stdout).toContain("reads the docs in ., writes the package to ../generated");
  expect((await runCommand(host, "generate")).code).toBe(0);
});

it("writes nothing where there are no docs", async () => {
  const host = createMemoryHost({ "/project/notes.md": "# Notes" });
  expect(await runCommand(host, "init")).toMatchObject({ code: 1 });
  expect(await host.kind("/project/graph-docs.config.json")).toBeNull();
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
  const asked = lines?.[Symbol.iterator]();
  const answer = (): Promise<string> => Promise.resolve(asked?.next().value ?? "");
  const { context } = createContext(host);
  expect(await run(["init", ...flags], asked === undefined ? context : { ...context, ask: answer })).toBe(0);
  expect(JSON.parse(host.text("/project/graph-docs.config.json") ?? "")).toMatchObject({
    packageInfo: { license: want },
  });
});

it("refuses a license that npm does not accept", async () => {
  expect(await runCommand(createMemoryHost(DOCS), "init", "--license", "<MIT>")).toMatchObject({ code: 2 });
});

import { expect, it } from "vitest";
import { createMemoryHost } from "../support/memory-host.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";
import { runCommand } from "../support/command-line.ts";

const DOCS = {
  "/project/reference/v1/api/badge-get.md": OPERATION_PAGE,
  "/project/reference/v1/resources/badge.md": RESOURCE_PAGE,
  "/project/old/api/badge-get.md": OPERATION_PAGE,
};

it("writes a config for the docs with the most pages, and says what to do next", async () => {
  const host = createMemoryHost(DOCS);
  const { code, stdout } = await runCommand(host, "init");
  expect(code).toBe(0);
  expect(stdout).toContain("the docs are reference/v1, the package will be generated");
  expect(stdout).toContain("npx graph-docs-codegen generate");
  const bytes = await host.read("/project/graph-docs.config.ts");
  expect(new TextDecoder().decode(bytes ?? undefined)).toContain('docs: "reference/v1",');
});

it("replaces no config", async () => {
  const { code, stderr } = await runCommand(
    createMemoryHost({ ...DOCS, "/project/graph-docs.config.json": "{}" }),
    "init",
  );
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "graph-docs.config.json has the settings: nothing is written\n",
  });
});

it("writes nothing where there are no docs", async () => {
  const host = createMemoryHost({ "/project/notes.md": "# Notes" });
  expect(await runCommand(host, "init")).toMatchObject({ code: 1 });
  expect(await host.kind("/project/graph-docs.config.ts")).toBeNull();
});

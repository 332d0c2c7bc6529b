import { expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";
import type { MemoryHost } from "../support/memory-host.ts";
import { createDocsHost } from "../support/pages.ts";

/** The small reference, with more files in the project. */
function project(files: Readonly<Record<string, unknown>>): MemoryHost {
  const host = createDocsHost();
  for (const [file, content] of Object.entries(files)) {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    host.files.set(`/project/${file}`, new TextEncoder().encode(text));
  }
  return host;
}

function manifest(host: MemoryHost, folder: string): unknown {
  return JSON.parse(host.text(`${folder}/package.json`) ?? "null");
}

const CONFIG = { packageName: "from-file", packageVersion: "1.2.3", out: "packages/client" };

const places: readonly [name: string, files: Readonly<Record<string, unknown>>, argv: readonly string[]][] = [
  ["a config file", { "graph-docs.config.json": CONFIG }, []],
  ["package.json", { "package.json": { name: "mine", "graph-docs": CONFIG } }, []],
  [
    "the file given with --config",
    { "a.json": CONFIG, "graph-docs.config.json": { packageName: "other" } },
    ["--config", "a.json"],
  ],
  ["JSON with comments", { "graph-docs.config.json": `// ours\n${JSON.stringify(CONFIG).replace("}", ",}")}` }, []],
];

it.each(places)("reads the config from %s", async (_, files, argv) => {
  const host = project(files);
  const { code } = await runCommand(host, "generate", ...argv);
  expect(code).toBe(0);
  expect(manifest(host, "/project/packages/client")).toMatchObject({ name: "from-file", version: "1.2.3" });
});

it("resolves paths from the folder of the config", async () => {
  const host = project({ "tools/docs.json": { docs: "../docs-input", out: "../lib/client" } });
  expect((await runCommand(host, "generate", "--config", "tools/docs.json")).code).toBe(0);
  expect(manifest(host, "/project/lib/client")).toMatchObject({ name: "graph-client" });
});

it("lets a flag override the config", async () => {
  const host = project({ "graph-docs.config.json": { ...CONFIG, include: ["nothing"], strict: true } });
  const flags = ["--package-name", "from-flag", "--out", "here", "--include", "badge"];
  expect((await runCommand(host, "generate", ...flags)).code).toBe(0);
  expect(manifest(host, "/project/here")).toMatchObject({ name: "from-flag", version: "1.2.3" });
});

it("writes links as the config sets them", async () => {
  const host = project({ "graph-docs.config.json": { pageUrl: "https://host/docs/{page}" } });
  expect((await runCommand(host, "generate")).code).toBe(0);
  const text = host.text("/project/generated/src/badge.ts");
  expect(text).toContain("@see [resources/badge.md](https://host/docs/resources/badge)");
  expect(text).toContain("@see [api/badge-get.md](https://host/docs/badge-get)");
});

it("ignores the $schema of a config", async () => {
  expect((await runCommand(project({ "graph-docs.config.json": { $schema: "./schema.json" } }), "lint")).code).toBe(0);
});

it("ignores a package.json without settings", async () => {
  expect((await runCommand(project({ "package.json": "{ broken" }), "lint")).code).toBe(0);
});

it("prints its version", async () => {
  const { code, stdout, stderr } = await runCommand(project({}), "--version");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

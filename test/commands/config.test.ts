import { expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";
import { changesOf } from "../support/memory-host.ts";
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

it("names the line of a wrong setting, also in package.json", async () => {
  const text =
    '{\n  "name": "mine",\n  "graph-docs": {\n    // ours\n    "docs": 1,\n    "rules": { "link-cass": "off" }\n  }\n}';
  const { code, stderr } = await runCommand(project({ "package.json": text }), "lint");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `package.json:5:5: Unexpected 1 for docs, expected a string
package.json:6:16: Unexpected rule "link-cass" in rules; did you mean link-case?
`,
  });
});

const wrong: readonly [
  name: string,
  files: Readonly<Record<string, unknown>>,
  argv: readonly string[],
  message: string,
][] = [
  [
    "an unknown setting",
    { "graph-docs.config.json": { outt: "x" } },
    [],
    'graph-docs.config.json:1:2: Unexpected setting "outt"; did you mean out?',
  ],
  [
    "a broken file",
    { "graph-docs.config.json": '{\n  "docs": x\n}' },
    [],
    "graph-docs.config.json:2:11: Unexpected text, expected JSON (InvalidSymbol)",
  ],
  [
    "two configs",
    { "graph-docs.config.json": {}, "package.json": { "graph-docs": {} } },
    [],
    "Unexpected configs graph-docs.config.json and package.json, expected one: remove the other",
  ],
  [
    "a config that does not exist",
    {},
    ["--config", "x.json"],
    "--config x.json is not a file: name a .ts, .mjs, .js or .json file",
  ],
  [
    "a config of another kind",
    { "x.yaml": "a: b" },
    ["--config", "x.yaml"],
    "--config x.yaml cannot be used, expected a .ts, .mjs, .js or .json file",
  ],
  [
    "a package without the key",
    { "package.json": {} },
    ["--config", "package.json"],
    'package.json: Unexpected package.json without a key "graph-docs"',
  ],
  [
    "docs that do not exist",
    { "graph-docs.config.json": { docs: "nowhere" } },
    [],
    'graph-docs.config.json: docs "nowhere" does not exist: name the folder',
  ],
  [
    "a name that npm rejects",
    { "graph-docs.config.json": { packageName: "No" } },
    [],
    'graph-docs.config.json:1:2: Unexpected "No" for packageName, expected a name that npm accepts',
  ],
  [
    "a pattern that matches nothing",
    { "graph-docs.config.json": { include: ["bage"] } },
    [],
    'graph-docs.config.json: include "bage" matches no resource, enum, operation or module; did you mean badge?',
  ],
  [
    "a page URL that is the same for all pages",
    {},
    ["--page-url", "https://host/docs"],
    'unexpected "https://host/docs" for --page-url, expected a URL that differs between pages, by {file}, {path}, ',
  ],
  [
    "a page URL that is not a URL",
    {},
    ["--page-url", "docs/{page}"],
    'unexpected "docs/{page}" for --page-url, expected an http or https URL such as https://host/docs/{page}',
  ],
  ["a page URL that ends a link", {}, ["--page-url", "https://host/) {page}"], "expected an http or https URL"],
  [
    "an unknown placeholder",
    {},
    ["--page-url", "https://host/{pag}"],
    "expected only the placeholders {file}, {path}, {page}, {folder}, {name}",
  ],
  [
    "an unknown style",
    {},
    ["--enum-style", "object"],
    'unexpected "object" for --enum-style, expected enum, const or union',
  ],
];

it.each(wrong)("explains %s", async (_, files, argv, message) => {
  const host = project(files);
  const { code, stdout, stderr } = await runCommand(host, "generate", ...argv);
  expect({ code, stdout, log: changesOf(host) }).toEqual({ code: 2, stdout: "", log: [] });
  expect(stderr).toContain(message);
});

it("ignores a package.json without settings", async () => {
  expect((await runCommand(project({ "package.json": "{ broken" }), "lint")).code).toBe(0);
});

it("prints its version", async () => {
  const { code, stdout, stderr } = await runCommand(project({}), "--version");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

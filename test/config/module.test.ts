import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadConfig } from "../../generator/config/load.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "config-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(name: string, text: string) {
  await writeFile(path.join(folder, name), text);
  return loadConfig({ host: createNodeHost(), cwd: folder }, name);
}

const modules: readonly [name: string, file: string, text: string][] = [
  [
    "TypeScript with its types",
    "a.ts",
    'import { defineConfig, type Config } from "graph-docs-codegen";\nconst out: Config["out"] = "lib";\nexport default defineConfig({ out, strict: true satisfies boolean });\n',
  ],
  ["TypeScript without this program", "b.ts", 'export default { out: "lib" as string, strict: true };\n'],
  [
    "a JavaScript module",
    "c.mjs",
    'import path from "node:path";\nexport default { out: path.basename("/lib"), strict: true };\n',
  ],
  [
    "a module with a top-level await",
    "d.mjs",
    'const out = await Promise.resolve("lib");\nexport default { out, strict: true };\n',
  ],
];

it.each(modules)("runs %s", async (_, file, text) => {
  expect(await load(file, text)).toEqual({
    config: { out: "lib", strict: true },
    origin: { folder, file, positions: new Map() },
  });
});

const wrong: readonly [name: string, file: string, text: string, message: string][] = [
  [
    "a module without a default export",
    "e.mjs",
    "export const out = 1;\n",
    "e.mjs: Unexpected module without a default export",
  ],
  ["a module that throws", "f.mjs", 'throw new Error("no luck");\n', "f.mjs:1: cannot be run: no luck"],
  ["a module that cannot be parsed", "g.ts", "export default {\n", "g.ts:2: cannot be run: Unexpected token"],
  [
    "a module with a wrong setting",
    "h.ts",
    "export default { out: 1 };\n",
    "h.ts: Unexpected 1 for out\nExpected a string",
  ],
];

it.each(wrong)("explains %s", async (_, file, text, message) => {
  await expect(load(file, text)).rejects.toThrow(message);
  await expect(load(file, text)).rejects.toHaveProperty("name", "ConfigError");
});

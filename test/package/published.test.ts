import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, expect, inject, it } from "vitest";
import { REPOSITORY } from "../support/node-docs.ts";
import { runProgram } from "../support/tarball.ts";

const tarball = inject("sampleTarball");
const installed = path.join(inject("sampleProject"), "node_modules/graph-client");
let files: readonly string[] = [];

beforeAll(async () => {
  const entries = await readdir(installed, { recursive: true, withFileTypes: true });
  files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(installed, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
});

it("has nothing that publint complains of", async () => {
  const bytes = await readFile(tarball);
  const packed = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  if (!(packed instanceof ArrayBuffer)) throw new Error("Unexpected shared memory");
  const { messages, pkg } = await publint({ pack: { tarball: packed }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

/** Every module that a program can import, as sub-paths of the package. */
function entryPoints(): readonly string[] {
  const modules = files.flatMap((file) => /^dist\/(.*)\.d\.ts$/.exec(file)?.[1] ?? []);
  const open = modules.filter((module) => !/^(?:runtime|testing|types)\//.test(module));
  return [
    ".",
    "./runtime",
    "./testing",
    "./testing/msw",
    ...open.filter((module) => module !== "index").map((module) => `./${module}`),
  ];
}

it("has types that are right for every way to import it as ES modules", async () => {
  const attw = path.join(REPOSITORY, "node_modules/@arethetypeswrong/cli/dist/index.js");
  // Published as ES modules alone: a program that is CommonJS loads it by import() or a newer require().
  const flags = ["--profile", "esm-only", "--format", "json", "--entrypoints", ...entryPoints()];
  expect(entryPoints().length).toBeGreaterThan(30);
  const printed = await runProgram(process.execPath, [attw, tarball, ...flags], path.dirname(tarball));
  // It lists what the profile leaves out too; its exit code, which fails the run above, is the verdict.
  expect(JSON.parse(printed)).toHaveProperty("analysis.packageName", "graph-client");
});

it("brings code, types, the guides and nothing that only its owner needs", () => {
  const kinds = new Set(files.map((file) => file.replace(/^dist\/.*?(\.d\.ts|\.[a-z.]+)$/, "dist/*$1")));
  expect([...kinds].sort()).toEqual([
    "README.md",
    "dist/*.d.ts",
    "dist/*.js",
    "package.json",
    "skills/graph-client/SKILL.md",
  ]);
});

it("names no map and no page that it does not contain", async () => {
  const texts = await Promise.all(files.map((file) => readFile(path.join(installed, file), "utf8")));
  expect(files.filter((_, index) => texts[index]?.includes("sourceMappingURL"))).toEqual([]);
});

it("declares each resource in a file of its name", async () => {
  const home = files.find((file) => file.endsWith("types/windowsAutopilotDeviceIdentity.d.ts")) ?? "";
  expect(await readFile(path.join(installed, home), "utf8")).toContain("interface WindowsAutopilotDeviceIdentity ");
});

import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { COMPILERS, compile } from "../support/package-folder.ts";
import { REPOSITORY } from "../support/node-docs.ts";
import { RESOURCE_PAGE } from "../support/pages.ts";
import { writeFiles } from "../support/program.ts";
import { installTarball, makeFolder, removeFolder, runProgram } from "../support/tarball.ts";

let folder = "";
let project = "";

beforeAll(async () => {
  folder = await makeFolder();
  project = await installTarball(folder, inject("programTarball"));
});

afterAll(() => removeFolder(folder));

const npx = (...argv: readonly string[]) => runProgram("npx", ["--no", "--", "graph-docs-codegen", ...argv], project);

const CONFIG = `import { defineConfig } from "graph-docs-codegen";

export default defineConfig({ docs: "docs-input", out: "generated", packageName: "graph-client" });
`;

it("is what the sources are: it makes the sample's package, byte for byte", async () => {
  await cp(path.join(REPOSITORY, "docs-input"), path.join(project, "docs-input"), { recursive: true });
  expect(await npx("generate")).toContain("Wrote    generated: ");
  expect(await npx("check")).toMatch(/^generated is up to date/);
  for (const file of await readdir(path.join(project, "generated"), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const made = path.join(file.parentPath, file.name);
    const kept = path.join(REPOSITORY, path.relative(project, made));
    expect(await readFile(made, "utf8"), made).toBe(await readFile(kept, "utf8"));
  }
});

const CACHE = "cache";

/** Output of a run without the line that gives its time. */
async function print(...argv: readonly string[]): Promise<string> {
  const printed = await npx(...argv, "--cache-dir", CACHE);
  return printed.replace(/^Took.*$/m, "");
}

it.each([
  "generate --out again",
  "generate --out again --threads 1",
  "lint",
  "model",
  "openapi",
  "diff docs-input docs-input",
])("prints the same with and without cached results: %s", async (command) => {
  const argv = command.split(" ");
  for (const folder of ["again", CACHE]) await rm(path.join(project, folder), { recursive: true, force: true });
  const first = await print(...argv);
  expect((await readdir(path.join(project, CACHE))).length).toBeGreaterThan(0);
  await rm(path.join(project, "again"), { recursive: true, force: true });
  expect(await print(...argv)).toBe(first);
});

it("watches with and without cached results", async () => {
  await rm(path.join(project, CACHE), { recursive: true, force: true });
  for (const time of ["first", "second"]) {
    const cli = path.join(project, "node_modules/graph-docs-codegen/generator/dist/cli.js");
    const child = spawn(process.execPath, [cli, "watch", "--out", "again", "--cache-dir", CACHE], { cwd: project });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text: Buffer) => {
        printed += text.toString();
        if (printed.includes("Watching docs-input")) child.kill("SIGINT");
      });
    }
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect({ time, code }, printed).toEqual({ time, code: 0 });
    expect(printed).toContain("Watching docs-input");
  }
});

it("takes a config in TypeScript, whose types the compiler knows", async () => {
  const elsewhere = await mkdtemp(path.join(project, "config-"));
  const tsconfig = JSON.stringify({ compilerOptions: { module: "nodenext", strict: true, noEmit: true, types: [] } });
  await writeFiles(elsewhere, { "graph-docs.config.ts": CONFIG.replace('"docs-input"', '"../docs-input"') });
  await writeFiles(elsewhere, { "tsconfig.json": tsconfig });
  await runProgram("npx", ["--no", "--", "graph-docs-codegen", "generate"], elsewhere);
  expect(await readdir(path.join(elsewhere, "generated"))).toContain("package.json");
  for (const [name, compiler] of COMPILERS) expect(compile(compiler, elsewhere), name).toBe("");
  await writeFiles(elsewhere, { "graph-docs.config.ts": CONFIG.replace("packageName", "packagename") });
  expect(compile(COMPILERS[0]?.[1] ?? "", elsewhere)).toContain("'packagename' does not exist in type 'Config'");
});

it("reads many pages on several threads, and keeps what it read", async () => {
  const names = Array.from({ length: 250 }, (_, index) => `badge${index}`);
  const pages = names.map((name): [string, string] => [
    `many/resources/${name}.md`,
    RESOURCE_PAGE.replaceAll("badge", name),
  ]);
  await writeFiles(project, Object.fromEntries(pages));
  const flags = ["--docs", "many", "--out", "many-package", "--threads", "2"];
  expect(await npx("generate", ...flags)).toContain("250 pages");
  const cache = path.join(project, "node_modules/.cache/graph-docs-codegen");
  expect((await readdir(cache)).length).toBeGreaterThan(0);
  await rm(path.join(project, "many-package"), { recursive: true });
  expect(await npx("generate", ...flags, "--verbose")).toContain("250 pages");
});

it("says its version, and 2 for a wrong call", async () => {
  const manifest: unknown = JSON.parse(await readFile(path.join(REPOSITORY, "package.json"), "utf8"));
  expect(manifest).toMatchObject({ version: (await npx("--version")).trim() });
  await expect(runProgram("npx", ["--no", "--", "graph-docs-codegen", "nothing"], project)).rejects.toThrow(
    "Unexpected command nothing",
  );
});

it("is a package without faults", async () => {
  const tarball = inject("programTarball");
  await runProgram(process.execPath, [path.join(REPOSITORY, "node_modules/.bin/publint"), tarball, "--strict"], folder);
  await runProgram("attw", [tarball, "--profile", "esm-only"], folder);
});

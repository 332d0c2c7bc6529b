import { readdir, readFile, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEditor, type Editor } from "../support/editor.ts";
import { readDeclaredNames, readLookups, writeLookups, type Lookup } from "../support/lookups.ts";
import { REPOSITORY } from "../support/node-docs.ts";
import { BUILT_PROGRAM } from "../support/program.ts";
import { installTarball, makeFolder, packSample, removeFolder, runProgram } from "../support/tarball.ts";

/** A package that brings its docs, and a program elsewhere that installed it from its tarball. */
let folder = "";
let made = "";
let project = "";
let editor: Editor;

beforeAll(async () => {
  folder = await realpath(await makeFolder());
  made = path.join(folder, "made");
  const flags = ["generate", "--docs", "docs-input", "--out", made, "--ship-docs"];
  await runProgram(process.execPath, [BUILT_PROGRAM, ...flags], REPOSITORY);
  project = await installTarball(folder, await packSample(folder, made));
  await writeFile(
    path.join(project, "tsconfig.json"),
    '{ "compilerOptions": { "module": "nodenext", "types": [] } }\n',
  );
  await writeFile(path.join(project, "program.ts"), "");
  // What the tarball was made of is gone: only what is in it can be opened.
  await removeFolder(path.join(folder, "package"));
  editor = startEditor();
}, 300_000);
afterAll(async () => {
  await editor.close();
  await removeFolder(folder);
});

const installed = (...parts: readonly string[]) => path.join(project, "node_modules/graph-client", ...parts);

/** Pages in a folder, as POSIX paths from it. */
async function pagesIn(docs: string): Promise<readonly string[]> {
  const names = await readdir(docs, { recursive: true });
  return names
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.replaceAll(path.sep, "/"))
    .sort();
}

it("brings the pages byte for byte", async () => {
  const pages = await pagesIn(installed("docs"));
  expect(pages).toEqual(await pagesIn(path.join(made, "docs")));
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages) {
    const original = await readFile(path.join(REPOSITORY, "docs-input", page));
    expect((await readFile(installed("docs", page))).equals(original), page).toBe(true);
  }
});

it("opens, for every declared name, its row in the page that came with the package", async () => {
  const modules = readDeclaredNames(made);
  const lookups: readonly Lookup[] = readLookups(made)
    .filter(({ name }) => modules.has(name))
    .map(({ name, place }) => ({ name, place: { ...place, file: installed(path.relative(made, place.file)) } }));
  expect(lookups.length).toBeGreaterThan(300);
  const { text, uses } = writeLookups("graph-client", lookups, modules);
  const file = path.join(project, "program.ts");
  editor.open(file, text);
  const wrong: unknown[] = [];
  for (const [{ name, place }, offset] of uses) {
    const opened = await editor.definition(file, text, offset);
    const isRight = opened.some((at) => at.file === place.file && at.line === place.line && at.column === place.column);
    if (!isRight) wrong.push({ name, opened, place });
  }
  expect(wrong).toEqual([]);
}, 120_000);

it("opens a row that says what the name is", async () => {
  const place = readLookups(made).find(({ name }) => name === "WindowsAutopilotDeviceIdentity/groupTag")?.place;
  expect(place?.file).toBe(path.join(made, "docs/resources/windowsautopilotdeviceidentity.md"));
  const text = await readFile(installed("docs/resources/windowsautopilotdeviceidentity.md"), "utf8");
  expect(text.split("\n")[(place?.line ?? 0) - 1]).toMatch(/^\|groupTag\|/);
});

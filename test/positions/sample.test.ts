import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEditor, type Editor, type OpenedPlace } from "../support/editor.ts";
import { readDeclaredNames, readLookups, writeLookups, type LookupProgram } from "../support/lookups.ts";
import { REPOSITORY } from "../support/node-docs.ts";

/** A workspace as users have it: docs, the package made of them, and a program that installed it. */
let folder = "";
let editor: Editor;
const inFolder = (...parts: readonly string[]): string => path.join(folder, ...parts);

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "positions-")));
  for (const name of ["docs-input", "generated"]) {
    cpSync(path.join(REPOSITORY, name), inFolder(name), {
      recursive: true,
      filter: (file) => !/[\\/](?:dist|node_modules)$/.test(file),
    });
  }
  mkdirSync(inFolder("program/node_modules"), { recursive: true });
  symlinkSync(inFolder("generated"), inFolder("program/node_modules/graph-client"), "junction");
  symlinkSync(path.join(REPOSITORY, "node_modules"), inFolder("node_modules"), "junction");
  const compilerOptions = { module: "nodenext", target: "es2022", strict: true, types: [] };
  writeFileSync(inFolder("program/tsconfig.json"), JSON.stringify({ compilerOptions }));
  for (const name of ["lookups.mts", "absent.mts"]) writeFileSync(inFolder("program", name), "");
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: inFolder("generated") });
  editor = startEditor();
});
afterAll(async () => {
  await editor.close();
  rmSync(folder, { recursive: true, force: true });
});

function samplePrograms(): LookupProgram {
  const modules = readDeclaredNames(inFolder("generated"));
  const lookups = readLookups(inFolder("generated")).filter(({ name }) => modules.has(name));
  return writeLookups("graph-client", lookups, modules);
}

function show({ file, line, column }: OpenedPlace): string {
  return `${path.relative(folder, file).replaceAll(path.sep, "/")}:${line}:${column}`;
}

it("knows a place for every declared name", () => {
  const known = new Set(readLookups(inFolder("generated")).map(({ name }) => name));
  const declared = [...readDeclaredNames(inFolder("generated")).keys()];
  expect(declared.length).toBeGreaterThan(300);
  expect(declared.filter((name) => !known.has(name))).toEqual([]);
});

it("opens the page of every declared name", async () => {
  const { text, uses } = samplePrograms();
  const file = inFolder("program/lookups.mts");
  editor.open(file, text);
  const wrong: string[] = [];
  for (const [{ name, place }, offset] of uses) {
    const opened = (await editor.definition(file, text, offset)).map(show);
    if (!opened.includes(show(place))) wrong.push(`${name}: ${opened.join(", ")}, expected ${show(place)}`);
  }
  expect(wrong).toEqual([]);
});

const samples: readonly [use: string, page: string, text: string][] = [
  ["WindowsAutopilotDeviceIdentity/groupTag", "resources/windowsautopilotdeviceidentity.md", "groupTag|String|"],
  ["EnrollmentState/PendingReset", "resources/intune-shared-enrollmentstate.md", "pendingReset|"],
  ["getWindowsAutopilotDeviceIdentity", "api/windowsautopilotdeviceidentity-get.md", "# "],
];

it.each(samples)("leads %s to its words in %s", (name, page, words) => {
  const place = readLookups(inFolder("generated")).find((lookup) => lookup.name === name)?.place;
  expect(place?.file).toBe(inFolder("docs-input", page));
  const line = readFileSync(place?.file ?? "", "utf8").split("\n")[(place?.line ?? 0) - 1];
  expect(line?.slice((place?.column ?? 0) - 1)).toMatch(words.startsWith("#") ? /^# / : words.slice(0, 8));
});

it("opens the declaration where the page is not there", async () => {
  rmSync(inFolder("docs-input/resources/windowsautopilotdeviceidentity.md"));
  const text = 'import type { WindowsAutopilotDeviceIdentity } from "graph-client/windowsAutopilotDeviceIdentity";\n';
  const file = inFolder("program/absent.mts");
  editor.open(file, text);
  const opened = await editor.definition(file, text, text.indexOf("Windows"));
  expect(opened).toHaveLength(1);
  const [{ file: name, line } = { file: "", line: 0 }] = opened;
  expect(path.relative(inFolder("generated/dist"), name)).toMatch(/^(?!\.\.).*\.d\.ts$/);
  expect(readFileSync(name, "utf8").split("\n")[line - 1]).toContain("interface WindowsAutopilotDeviceIdentity ");
});

it("builds the same bytes again", () => {
  const before = readFileSync(inFolder("generated/dist/windowsAutopilotDeviceIdentity.d.ts.map"), "utf8");
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: inFolder("generated") });
  expect(readFileSync(inFolder("generated/dist/windowsAutopilotDeviceIdentity.d.ts.map"), "utf8")).toBe(before);
});

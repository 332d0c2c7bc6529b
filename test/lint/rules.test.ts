import path from "node:path";
import { expect, it } from "vitest";
import { findDiagnostics, isOfExamples } from "../../generator/commands/find.ts";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import { PAGE_RULES, SITE_RULES } from "../../generator/lint/rules.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { createContext } from "../support/command-line.ts";
import {
  expectOutput,
  listFixtures,
  printDiagnostics,
  readInputs,
  unclaimedFiles,
  type Fixture,
} from "../support/fixtures.ts";
import { createMemoryHost } from "../support/memory-host.ts";

/** Pages in which nothing is wrong; a case holds the pages that it has otherwise. */
const harbour = readInputs({ name: "harbour", folder: "harbour" });
const cases = listFixtures("lint", 1);

it.each(cases)("finds $name in bad pages", async (fixture) => {
  const found = await findIn(pagesOf(fixture, "bad"), isOfExamples(fixture.name));
  expect(found.map(({ code }) => code)).toContain(fixture.name);
  expectOutput(fixture, "diagnostics.txt", printDiagnostics(found, null));
});

it.each(cases)("passes the good pages of $name", async (fixture) => {
  expect(await findIn(pagesOf(fixture, "good"))).toEqual([]);
});

it("shows each rule by an example of what it finds", () => {
  const shown = new Set(cases.map(({ name }) => name));
  const rules: readonly string[] = [...PAGE_RULES, ...SITE_RULES].map(({ name }) => name);
  expect(rules.filter((name) => !shown.has(name))).toEqual([]);
});

it("has no file that no case claims", () => {
  const isInput = (file: string) => /^(?:bad|good)\/docs\/.*\.md$/.test(file);
  expect(unclaimedFiles("lint", cases, isInput, ["diagnostics.txt"])).toEqual([]);
});

function pagesOf(fixture: Fixture, kind: "good" | "bad"): Readonly<Record<string, Uint8Array>> {
  const own = Object.entries(readInputs(fixture)).filter(([file]) => file.startsWith(`${kind}/`));
  return { ...harbour, ...Object.fromEntries(own.map(([file, bytes]) => [file.slice(kind.length + 1), bytes])) };
}

async function findIn(pages: Readonly<Record<string, Uint8Array>>, examples = false): Promise<readonly Diagnostic[]> {
  const files = Object.entries(pages).map(([file, bytes]) => [path.resolve("/project", file), bytes] as const);
  const { context } = createContext(createMemoryHost(Object.fromEntries(files)));
  const settings = await resolveSettings(context.host, context.cwd, { docs: "docs" });
  return findDiagnostics(context, settings, examples);
}

import path from "node:path";
import { expect, it } from "vitest";
import { pageTask } from "../../generator/read/page-task.ts";
import { findPages, loadPages } from "../../generator/source/find.ts";
import {
  expectOutput,
  listFixtures,
  printDiagnostics,
  printFacts,
  readInputs,
  unclaimedFiles,
  type Fixture,
} from "../support/fixtures.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const cases = listFixtures("page", 2);

it.each(cases)("reads $name", async (fixture) => {
  const file = pagePath(fixture);
  const [page, diagnostics] = pageTask(await readSource(fixture, file));
  expectOutput(fixture, "page.json", await printFacts(page, file));
  expectOutput(fixture, "diagnostics.txt", printDiagnostics(diagnostics, file));
});

it("has no file that no case claims", () => {
  const isInput = (file: string) => file === "input.md" || /^includes\/.*\.md$/.test(file);
  expect(unclaimedFiles("page", cases, isInput, ["page.json", "diagnostics.txt"])).toEqual([]);
});

/** Operations stand in `api/`, everything else in `resources/`; the case names the file. */
function pagePath({ name }: Fixture): string {
  const [kind = "", stem = ""] = name.split("/");
  return `${kind === "operation" ? "api" : "resources"}/${stem}.md`;
}

async function readSource(fixture: Fixture, file: string) {
  const docs = path.resolve("/docs");
  const inputs = Object.entries(readInputs(fixture));
  const files = inputs.map(([name, bytes]) => [path.join(docs, name === "input.md" ? file : name), bytes] as const);
  const context = { host: createMemoryHost(Object.fromEntries(files)), docs, root: docs };
  const [source] = await loadPages(await findPages(context, [file]));
  if (source === undefined) throw new Error("expected one source for one path");
  return source;
}

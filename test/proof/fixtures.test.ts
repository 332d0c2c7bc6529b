import path from "node:path";
import { expect, it } from "vitest";
import { readModel } from "../../generator/pipeline.ts";
import { lintExamples } from "../../generator/proof/lint-examples.ts";
import { expectOutput, listFixtures, printDiagnostics, readInputs, unclaimedFiles } from "../support/fixtures.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const cases = listFixtures("proof", 1);

const docs = path.resolve("/project/docs");
const settings = { docs, root: docs, baseUrl: null };

it.each(cases)("checks the examples of $name against their types", async (fixture) => {
  const inputs = Object.entries(readInputs(fixture));
  const files = inputs.map(([file, bytes]) => [path.resolve("/project", file), bytes] as const);
  const model = await readModel(createMemoryHost(Object.fromEntries(files)), settings);
  expectOutput(fixture, "diagnostics.txt", printDiagnostics(lintExamples(model), null));
});

it("has no file that belongs to no case", () => {
  const isInput = (file: string) => /^docs\/.*\.md$/.test(file);
  expect(unclaimedFiles("proof", cases, isInput, ["diagnostics.txt"])).toEqual([]);
});

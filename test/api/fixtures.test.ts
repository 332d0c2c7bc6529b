import path from "node:path";
import { expect, it } from "vitest";
import { readModel, type ReadSettings } from "../../generator/pipeline.ts";
import {
  expectOutput,
  listFixtures,
  printDiagnostics,
  printFacts,
  readInputs,
  unclaimedFiles,
} from "../support/fixtures.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const cases = listFixtures("model", 1);

const settings: ReadSettings = {
  docs: path.resolve("/project/docs"),
  root: path.resolve("/project/docs"),
  baseUrl: null,
};

it.each(cases)("links $name", async (fixture) => {
  const inputs = Object.entries(readInputs(fixture));
  const files = inputs.map(([file, bytes]) => [path.resolve("/project", file), bytes] as const);
  const { diagnostics, ...model } = await readModel(createMemoryHost(Object.fromEntries(files)), settings);
  expectOutput(fixture, "model.json", await printFacts(model, null));
  expectOutput(fixture, "diagnostics.txt", printDiagnostics(diagnostics, null));
});

it("has a case for every file", () => {
  const isInput = (file: string) => /^docs\/.*\.md$/.test(file);
  expect(unclaimedFiles("model", cases, isInput, ["model.json", "diagnostics.txt"])).toEqual([]);
});

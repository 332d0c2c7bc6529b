import path from "node:path";
import { expect, it } from "vitest";
import { readModel } from "../../generator/pipeline.ts";
import type { Settings } from "../../generator/settings.ts";
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

const settings: Settings = {
  docs: path.resolve("/project/docs"),
  root: path.resolve("/project/docs"),
  out: path.resolve("/project/generated"),
  baseUrl: null,
  packageName: "graph-client",
  packageVersion: "0.0.0",
  strict: false,
};

it.each(cases)("links $name", async (fixture) => {
  const inputs = Object.entries(readInputs(fixture));
  const files = inputs.map(([file, bytes]) => [path.resolve("/project", file), bytes] as const);
  const { diagnostics, ...model } = await readModel(createMemoryHost(Object.fromEntries(files)), settings);
  expectOutput(fixture, "model.json", await printFacts(model, null));
  expectOutput(fixture, "diagnostics.txt", printDiagnostics(diagnostics, null));
});

it("has no file that no case claims", () => {
  const isInput = (file: string) => /^docs\/.*\.md$/.test(file);
  expect(unclaimedFiles("model", cases, isInput, ["model.json", "diagnostics.txt"])).toEqual([]);
});

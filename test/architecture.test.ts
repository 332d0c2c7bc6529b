import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { importCycles, readImports, wrongDirections, type ImportGraph } from "./support/imports.ts";

const generator = path.resolve(import.meta.dirname, "../generator");
const graph = readImports(generator);

it("reads the imports of the generator", () => {
  expect(graph.get("commands/read.ts")).toContain("pipeline.ts");
  expect(graph.get("commands/package/build.ts"), "imports made while running").toContain(
    "commands/package/build-package.ts",
  );
});

it("imports only in the direction of the flow", () => {
  expect(wrongDirections(graph)).toEqual([]);
});

it("has no circle of imports", () => {
  expect(importCycles(graph)).toEqual([]);
});

const wrong: readonly [name: string, graph: ImportGraph, expected: string][] = [
  ["a stage that reaches back", new Map([["page/a.ts", ["api/model.ts"]]]), "page/a.ts imports api/model.ts"],
  ["a stage that skips one", new Map([["api/a.ts", ["markdown/model.ts"]]]), "api/a.ts imports markdown/model.ts"],
  ["a stage that reaches inside", new Map([["api/a.ts", ["page/columns.ts"]]]), "api/a.ts imports page/columns.ts"],
  ["a stage that runs the pipeline", new Map([["emit/a.ts", ["pipeline.ts"]]]), "emit/a.ts imports pipeline.ts"],
  [
    "an emitter that knows another",
    new Map([["openapi/a.ts", ["emit/model.ts"]]]),
    "openapi/a.ts imports emit/model.ts",
  ],
  [
    "a comparison that knows an emitter",
    new Map([["diff/a.ts", ["emit/model.ts"]]]),
    "diff/a.ts imports emit/model.ts",
  ],
  ["a comparison that runs a stage", new Map([["diff/a.ts", ["api/link.ts"]]]), "diff/a.ts imports api/link.ts"],
  [
    "an emitter that knows a comparison",
    new Map([["emit/a.ts", ["diff/model.ts"]]]),
    "emit/a.ts imports diff/model.ts",
  ],
  ["a reader of commits that knows a stage", new Map([["git/a.ts", ["source/find.ts"]]]), "git/a.ts imports"],
  ["a diagnostic that knows a stage", new Map([["diagnostics/a.ts", ["page/model.ts"]]]), "diagnostics/a.ts imports"],
  ["a reader that reaches inside", new Map([["proof/a.ts", ["emit/plan.ts"]]]), "proof/a.ts imports emit/plan.ts"],
  ["a rule that reads for itself", new Map([["lint/a.ts", ["page/columns.ts"]]]), "lint/a.ts imports page/columns.ts"],
  ["a stage that knows a reader", new Map([["emit/a.ts", ["proof/model.ts"]]]), "emit/a.ts imports proof/model.ts"],
  ["a stage that knows the memo", new Map([["emit/a.ts", ["memo/memo.ts"]]]), "emit/a.ts imports memo/memo.ts"],
  ["a memo that knows a stage", new Map([["memo/a.ts", ["emit/model.ts"]]]), "memo/a.ts imports emit/model.ts"],
  ["a helper that knows a model", new Map([["util/a.ts", ["api/model.ts"]]]), "util/a.ts imports api/model.ts"],
];

it.each(wrong)("finds %s", (_, made, expected) => {
  expect(wrongDirections(made)).toEqual([expect.stringContaining(expected)]);
});

it("lets a stage import its left neighbour's model, its own files and what is shared", () => {
  const imports = ["page/model.ts", "api/names.ts", "util/compare.ts", "diagnostics/diagnostic.ts", "host/host.ts"];
  expect(wrongDirections(new Map([["api/a.ts", imports]]))).toEqual([]);
});

it("finds a circle", () => {
  const circle = new Map([
    ["a.ts", ["b.ts"]],
    ["b.ts", ["c.ts"]],
    ["c.ts", ["b.ts"]],
  ]);
  expect(importCycles(circle)).toEqual(["b.ts → c.ts → b.ts"]);
});

/** Folders whose functions compute results from their arguments and know nothing of earlier runs. */
const PURE = ["markdown", "page", "api", "emit", "lint", "proof", "openapi", "diff", "surface"];

it.each(PURE)("has no word of caching in %s", (folder) => {
  const words = /\b(?:memo(?:i[sz]e[sd]?)?|cache[sd]?|caching|recall(?:s|ed)?|recorded|remembered)\b/i;
  const found = [...graph.keys()]
    .filter((file) => file.startsWith(`${folder}/`))
    .flatMap((file) => {
      const word = words.exec(readFileSync(path.join(generator, file), "utf8"));
      return word === null ? [] : [`${file}: ${word[0]}`];
    });
  expect(found).toEqual([]);
});

it("keeps the top level as it is", () => {
  const known =
    /^(package\.json|package-lock\.json|tsconfig\.json|generator|docs-input|generated|test|README\.md|LICENSE|CHANGELOG\.md|node_modules|\..*)$/;
  expect(readdirSync(path.resolve(generator, "..")).filter((name) => !known.test(name))).toEqual([]);
});

it("has three files at the top of the generator, and no crowded folder", () => {
  const counts = new Map<string, number>();
  for (const file of graph.keys()) {
    const folder = path.posix.dirname(file);
    // The runtime has the layout of the package that it is copied into.
    if (folder !== "output/runtime" && !folder.startsWith("dist")) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  expect([...graph.keys()].filter((file) => !file.includes("/"))).toEqual(["index.ts", "pipeline.ts", "settings.ts"]);
  expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
});

it("keeps the pipeline short", () => {
  expect(readFileSync(path.join(generator, "pipeline.ts"), "utf8").split("\n").length).toBeLessThan(100);
});

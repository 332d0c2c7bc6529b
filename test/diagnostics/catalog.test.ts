import { expect, it } from "vitest";
import { catalog } from "../../generator/diagnostics/catalog.ts";
import { readExpected } from "../support/fixtures.ts";

const lines = readExpected("diagnostics.txt").flatMap((text) => text.split("\n"));
const reported = lines.flatMap((line) => {
  const match = /^\S+:\d+ (error|warning|info) ([a-z-]+) (.*)$/.exec(line);
  return match === null ? [] : [{ severity: match[1], code: match[2], message: match[3] ?? "" }];
});

it("shows every diagnostic in a fixture", () => {
  const seen = new Set(reported.map(({ code }) => code));
  expect(Object.keys(catalog).filter((code) => !seen.has(code))).toEqual([]);
});

it("says of every diagnostic what was not expected and what was", () => {
  expect(reported.length).toBeGreaterThan(30);
  expect(reported.filter(({ message }) => !/^Unexpected .+, expected .+/.test(message))).toEqual([]);
});

it("shows a severity that the catalogue gives", () => {
  const severities = new Map(Object.entries(catalog).map(([code, { severity }]) => [code, severity]));
  expect(reported.filter(({ code, severity }) => severities.get(code ?? "") !== severity)).toEqual([]);
});

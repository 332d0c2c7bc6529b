import { expect, it } from "vitest";
import { DIAGNOSTIC_CODES, entryOf } from "../../generator/lint/catalog.ts";
import { readExpected } from "../support/fixtures.ts";

const lines = readExpected("diagnostics.txt").flatMap((text) => text.split("\n"));
const reported = lines.flatMap((line) => {
  const match = /^\S+:\d+ (error|warning|info) ([a-z-]+) (.*)$/.exec(line);
  return match === null ? [] : [{ severity: match[1], code: match[2], message: match[3] ?? "" }];
});

/** A page that takes 30 seconds or makes the program fail cannot be a fixture. */
const NOT_SHOWN = ["page-too-slow", "page-unreadable"];

it("shows every diagnostic in a fixture", () => {
  const seen = new Set([...reported.map(({ code }) => code), ...NOT_SHOWN]);
  expect(DIAGNOSTIC_CODES.filter((code) => !seen.has(code))).toEqual([]);
});

it("states in every message what is unexpected and what is expected", () => {
  expect(reported.length).toBeGreaterThan(30);
  expect(reported.filter(({ message }) => !/^Unexpected .+, expected .+/.test(message))).toEqual([]);
});

it("uses the severities of the catalogue", () => {
  const severities = new Map<string, string>(DIAGNOSTIC_CODES.map((code) => [code, entryOf(code).severity]));
  expect(reported.filter(({ code, severity }) => severities.get(code ?? "") !== severity)).toEqual([]);
});

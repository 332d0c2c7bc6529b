import { expect, it } from "vitest";
import { didYouMean, nearestNames } from "../../generator/util/nearest.ts";

const NAMES = ["user", "User", "userSettings", "group", "groups", "device"];

const cases: readonly [name: string, written: string, expected: readonly string[]][] = [
  ["a letter missing", "usr", ["user"]],
  ["letters swapped", "gruop", ["group"]],
  ["the nearest first", "grouos", ["groups", "group"]],
  ["another case", "USERSETTINGS", ["userSettings"]],
  ["nothing that is far away", "calendar", []],
  ["nothing for nothing", "", []],
];

it.each(cases)("finds %s", (_, written, expected) => {
  expect(nearestNames(written, NAMES)).toEqual(expected);
});

it("says what may be meant", () => {
  expect(didYouMean(["user", "group"])).toBe("; did you mean user, group?");
  expect(didYouMean([])).toBe("");
});

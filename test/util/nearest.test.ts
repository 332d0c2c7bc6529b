import { expect, it } from "vitest";
import { didYouMean, nearestNames } from "../../generator/util/nearest.ts";

const NAMES = ["user", "User", "userSettings", "group", "groups", "device"];

const cases: readonly [name: string, written: string, expected: readonly string[]][] = [
  ["a name for one with a missing letter", "usr", ["user"]],
  ["a name for one with swapped letters", "gruop", ["group"]],
  ["the most similar name first", "grouos", ["groups", "group"]],
  ["a name in another case", "USERSETTINGS", ["userSettings"]],
  ["no dissimilar name", "calendar", []],
  ["no name for an empty one", "", []],
];

it.each(cases)("finds %s", (_, written, expected) => {
  expect(nearestNames(written, NAMES)).toEqual(expected);
});

it("formats suggestions", () => {
  expect(didYouMean(["user", "group"])).toBe("; did you mean user, group?");
  expect(didYouMean([])).toBe("");
});

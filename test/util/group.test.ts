import { expect, it } from "vitest";
import { append, groupBy } from "../../generator/util/group.ts";

it("lists items by a key, keys and items in the order in which they come", () => {
  const groups = groupBy(["user", "group", "userSettings", "groups", "device"], (name) => name[0]);
  expect([...groups]).toEqual([
    ["u", ["user", "userSettings"]],
    ["g", ["group", "groups"]],
    ["d", ["device"]],
  ]);
});

it("adds to the list of a key, and begins one", () => {
  const lists = new Map([["a", [1]]]);
  append(lists, "a", 2);
  append(lists, "b", 3);
  expect([...lists]).toEqual([
    ["a", [1, 2]],
    ["b", [3]],
  ]);
});

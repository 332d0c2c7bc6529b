import { expect, it } from "vitest";
import { append, groupBy } from "../../generator/util/group.ts";

it("groups items by a key and keeps the order of keys and items", () => {
  const groups = groupBy(["user", "group", "userSettings", "groups", "device"], (name) => name[0]);
  expect([...groups]).toEqual([
    ["u", ["user", "userSettings"]],
    ["g", ["group", "groups"]],
    ["d", ["device"]],
  ]);
});

it("appends to the list of a key, and creates it first", () => {
  const lists = new Map([["a", [1]]]);
  append(lists, "a", 2);
  append(lists, "b", 3);
  expect([...lists]).toEqual([
    ["a", [1, 2]],
    ["b", [3]],
  ]);
});

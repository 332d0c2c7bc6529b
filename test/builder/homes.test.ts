import fc from "fast-check";
import { expect, it } from "vitest";
import { chooseHomes, type SharedType } from "../../generator/output/builder/homes.ts";

const resource = (name: string, readers: readonly number[], size = 100): SharedType => ({
  name,
  size,
  readers: new Set(readers),
  users: [],
  resource: name.toLowerCase(),
});

const helper = (name: string, users: readonly string[], readers: readonly number[], size = 100): SharedType => ({
  name,
  size,
  readers: new Set(readers),
  users,
  resource: null,
});

const cases: readonly [name: string, given: readonly SharedType[], want: Readonly<Record<string, string>>][] = [
  ["no types", [], {}],
  ["a resource", [resource("User", [1])], { User: "user" }],
  ["a type of one resource", [resource("User", [1]), helper("Phone", ["User"], [1])], { User: "user", Phone: "user" }],
  [
    "a type of a type of a resource",
    [helper("Kind", ["Phone"], [1]), helper("Phone", ["User"], [1]), resource("User", [1])],
    { Kind: "user", Phone: "user", User: "user" },
  ],
  ["a type that no resource uses", [resource("User", [1]), helper("Phone", [], [1])], { User: "user" }],
  [
    "a type of two resources, which the readers of one read",
    [resource("Team", [1, 2, 3]), resource("User", [1]), helper("Phone", ["Team", "User"], [1, 2, 3])],
    { Team: "team", User: "user", Phone: "team" },
  ],
  [
    "a type that others use without the large resource",
    [resource("User", [1], 50_000), helper("Phone", ["User"], [1, 2])],
    { User: "user" },
  ],
];

it.each(cases)("chooses the files of %s", (_, given, want) => {
  expect(Object.fromEntries(chooseHomes(given))).toEqual(want);
});

/** Characters that all programs read, plus 8000 for each file that they open. */
function cost(types: readonly SharedType[], homeOf: (type: SharedType) => string): number {
  const files = new Map<string, SharedType[]>();
  for (const type of types) files.set(homeOf(type), [...(files.get(homeOf(type)) ?? []), type]);
  return [...files.values()].reduce((sum, inside) => {
    const readers = new Set(inside.flatMap((each) => [...each.readers]));
    return sum + readers.size * (8000 + inside.reduce((size, each) => size + each.size, 0));
  }, 0);
}

const NAMES = ["A", "B", "C", "D", "E", "F", "G"];
const someTypes = fc.tuple(
  ...NAMES.map((name) =>
    fc.record({
      name: fc.constant(name),
      size: fc.integer({ min: 1, max: 40_000 }),
      readers: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 6 }).map((numbers) => new Set(numbers)),
      users: fc.subarray(NAMES),
      resource: fc.constantFrom(null, name.toLowerCase()),
    }),
  ),
);

it("never makes programs read more than one file per type would", () => {
  fc.assert(
    fc.property(someTypes, (types) => {
      const homes = chooseHomes(types);
      const moved = cost(types, ({ name }) => homes.get(name) ?? name);
      expect(moved).toBeLessThanOrEqual(cost(types, ({ name }) => name));
    }),
  );
});

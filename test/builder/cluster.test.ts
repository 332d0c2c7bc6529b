import fc from "fast-check";
import { expect, it } from "vitest";
import { clusterItems, type Item } from "../../generator/output/builder/cluster.ts";

const item = (name: string, size: number, ...readers: readonly number[]): Item => ({
  name,
  size,
  readers: new Set(readers),
});

const cases: readonly [name: string, given: readonly Item[], want: readonly (readonly string[])[]][] = [
  ["an empty list", [], []],
  ["one item", [item("User", 100, 1)], [["User"]]],
  ["small items that the same programs read", [item("User", 100, 1, 2), item("Group", 100, 1, 2)], [["Group", "User"]]],
  ["items that no program reads together", [item("User", 100, 1), item("Team", 100, 2)], [["Team"], ["User"]]],
  ["large items that the same programs read", [item("A", 99_000, 1), item("B", 99_000, 1)], [["A", "B"]]],
  ["a large item that few readers of the other need", [item("A", 50_000, 1), item("B", 10, 1, 2)], [["A"], ["B"]]],
  ["a small item that few others read unnecessarily", [item("A", 50, 1), item("B", 10, 1, 2)], [["A", "B"]]],
  [
    "the pair that saves most first",
    [item("A", 100, 1, 2, 3), item("B", 6000, 1, 2, 3, 4, 5), item("C", 20_000, 1, 2, 3)],
    [["A", "C"], ["B"]],
  ],
  ["items without readers", [item("A", 1), item("B", 1)], [["A"], ["B"]]],
];

it.each(cases)("groups %s", (_, given, want) => {
  expect(clusterItems(given)).toEqual(want);
});

/** Number of characters that all programs read, plus 8000 for each file that they open. */
function cost(files: readonly (readonly string[])[], items: readonly Item[]): number {
  const byName = new Map(items.map((each) => [each.name, each]));
  return files.reduce((sum, names) => {
    const inside = names.flatMap((name) => byName.get(name) ?? []);
    const readers = new Set(inside.flatMap((each) => [...each.readers]));
    return sum + readers.size * (8000 + inside.reduce((size, each) => size + each.size, 0));
  }, 0);
}

const someItems = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[A-Z][a-z]{1,3}$/),
    size: fc.integer({ min: 1, max: 40_000 }),
    readers: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 6 }).map((numbers) => new Set(numbers)),
  }),
  { selector: ({ name }) => name, maxLength: 12 },
);

it("puts each item into one file, and never makes programs read more than one file per item would", () => {
  fc.assert(
    fc.property(someItems, (items) => {
      const files = clusterItems(items);
      expect(files.flat().toSorted()).toEqual(items.map(({ name }) => name).toSorted());
      const alone = items.map(({ name }) => [name]);
      expect(cost(files, items)).toBeLessThanOrEqual(cost(alone, items));
    }),
  );
});

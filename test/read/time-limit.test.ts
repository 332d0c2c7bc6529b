import { expect, it } from "vitest";
import { runInTime } from "../../generator/read/time-limit.ts";

/** An item that contains this never ends. */
const ENDLESS = "endless";

function double(item: string): string {
  for (let at = 0; item === ENDLESS; at++) {
    try {
      if (at === Infinity) return item;
    } catch {
      continue;
    }
  }
  return item + item;
}

const items: readonly [name: string, given: readonly string[], want: readonly string[]][] = [
  ["nothing", [], []],
  ["quick items", ["a", "b"], ["aa", "bb"]],
  ["an item that never ends among others", ["a", ENDLESS, "b"], ["aa", "late endless", "bb"]],
];

it.each(items)("returns a result for %s", (_, given, want) => {
  expect(runInTime(given, double, (item) => `late ${item}`, 1)).toEqual(want);
});

it("throws what the work throws", () => {
  const fail = (): string => {
    throw new RangeError("out of range");
  };
  expect(() => runInTime(["a"], fail, String)).toThrow(new RangeError("out of range"));
});

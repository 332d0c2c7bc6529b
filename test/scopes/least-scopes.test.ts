import fc from "fast-check";
import { expect, it } from "vitest";
import { leastScopes } from "../../generator/output/permissions/index.ts";
import { leastByTrying } from "../support/scope-sets.ts";

/** Calls in short: `A,B C` is a call for which A is sufficient, or B together with C. */
const calls = (...texts: readonly string[]) =>
  texts.map((text) => (text === "" ? [] : text.split(",").map((set) => set.split(" "))));

const cases: readonly [name: string, { readonly given: readonly string[]; readonly want: string }][] = [
  ["no calls", { given: [], want: "" }],
  ["a call without scopes", { given: [""], want: "" }],
  ["the first scope of each call", { given: ["Read,Write", "Mail"], want: "Mail Read" }],
  ["a higher scope that another call needs", { given: ["Read,Write", "Write"], want: "Write" }],
  ["one higher scope for many calls is not justified", { given: ["A,All", "B,All", "C,All"], want: "A B C" }],
  ["a scope that is itself replaced is not needed anyway", { given: ["A,B", "B,C", "C"], want: "A C" }],
  ["the replacement of a replacement", { given: ["A,B", "B,C", "C,D", "D"], want: "B D" }],
  ["a set is one whole", { given: ["Read,Write Sync", "Write"], want: "Read Write" }],
  ["a set of which all scopes are needed anyway", { given: ["Read,Write Sync", "Write", "Sync"], want: "Sync Write" }],
  ["a first set of several scopes", { given: ["Read Sync,Write"], want: "Read Sync" }],
  ["a set with the first one replaces nothing", { given: ["A,A B", "B"], want: "A B" }],
  ["two pages that contradict each other", { given: ["A,B", "B,A"], want: "A" }],
  ["the opinion of most pages decides", { given: ["A,B", "B,A", "B,A,C"], want: "B" }],
  ["pages in a circle", { given: ["A,B", "B,C", "C,A"], want: "A B" }],
  ["sets that overlap", { given: ["A C,A B", "B"], want: "A B" }],
];

it.each(cases)("finds the least-privileged scopes: %s", (_, { given, want }) => {
  expect(leastScopes(calls(...given)).join(" ")).toBe(want);
  expect(leastByTrying(calls(...given)).join(" ")).toBe(want);
});

const scope = fc.constantFrom<string[]>("A", "B", "C", "D", "E", "F");
const set = fc.uniqueArray(scope, { minLength: 1, maxLength: 2 });
const single = scope.map((name) => [name]);
const call = fc.array(fc.oneof({ weight: 4, arbitrary: single }, { weight: 1, arbitrary: set }), { maxLength: 4 });
const program = fc.array(call, { maxLength: 8 });

it("equals an exhaustive search over the definition", () => {
  fc.assert(
    fc.property(program, (given) => {
      expect(leastScopes(given)).toEqual(leastByTrying(given));
    }),
    { numRuns: 1000 },
  );
});

it("serves every call, and only with scopes that are least privileged for one", () => {
  fc.assert(
    fc.property(program, (given) => {
      const scopes = new Set(leastScopes(given));
      const isServed = (sets: (typeof given)[number]): boolean =>
        sets.length === 0 || sets.some((each) => each.every((name) => scopes.has(name)));
      expect(given.every(isServed)).toBe(true);
      expect([...scopes].every((name) => given.some(([first = []]) => first.includes(name)))).toBe(true);
    }),
  );
});

it("does not depend on the order of calls, nor on how often one is made", () => {
  fc.assert(
    fc.property(program, (given) => {
      const scopes = leastScopes(given);
      expect(leastScopes(given.toReversed())).toEqual(scopes);
      expect(leastScopes([...given, ...given])).toEqual(scopes);
    }),
  );
});

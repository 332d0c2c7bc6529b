import fc from "fast-check";
import { expect, it } from "vitest";
import { fingerprint } from "../../generator/memo/fingerprint.ts";
import { areUnchanged, track } from "../../generator/memo/track.ts";

const INPUT = {
  name: "harbour",
  boats: new Map([
    ["gull", { length: 12, crew: ["ann", "bo"], engine: { power: 40 } }],
    ["tern", { length: 9, crew: [], engine: { power: 15 } }],
  ]),
  flags: new Set(["red"]),
};
type Input = typeof INPUT;

const gull = (input: Input) => input.boats.get("gull");
const GULL = { length: 12, crew: ["ann", "bo"], engine: { power: 40 } };
const withGull = (change: Partial<typeof GULL>): Input => ({
  ...INPUT,
  boats: new Map([...INPUT.boats, ["gull", { ...GULL, ...change }]]),
});

const reads: readonly [name: string, read: (input: Input) => unknown, given: readonly [Input, boolean][]][] = [
  ["nothing", () => null, [[{ ...INPUT, name: "quay", boats: new Map(), flags: new Set() }, true]]],
  [
    "a field",
    (input) => input.name,
    [
      [{ ...INPUT, name: "quay" }, false],
      [withGull({ length: 13 }), true],
    ],
  ],
  [
    "a field of an entry",
    (input) => gull(input)?.length,
    [
      [withGull({ length: 13 }), false],
      [withGull({ crew: ["cy"] }), true],
      [{ ...INPUT, boats: new Map() }, false],
      [{ ...INPUT, boats: new Map([...INPUT.boats].toReversed()) }, true],
    ],
  ],
  ["a list", (input) => gull(input)?.crew.length, [[withGull({ crew: ["ann", "cy"] }), false]]],
  ["a field of an object", (input) => gull(input)?.engine.power, [[withGull({ engine: { power: 41 } }), false]]],
  [
    "an entry that is missing",
    (input) => input.boats.get("skua"),
    [
      [{ ...INPUT, boats: new Map([...INPUT.boats, ["skua", { length: 1, crew: [], engine: { power: 1 } }]]) }, false],
      [withGull({ length: 13 }), true],
    ],
  ],
  ["whether there is an entry", (input) => input.boats.has("gull"), [[{ ...INPUT, boats: new Map() }, false]]],
  [
    "all keys of a map",
    (input) => [...input.boats.keys()],
    [
      [withGull({ length: 13 }), false],
      [{ ...INPUT, name: "quay" }, true],
    ],
  ],
  ["the size of a map", (input) => input.boats.size, [[{ ...INPUT, boats: new Map() }, false]]],
  ["a copy of an object", (input) => ({ ...gull(input) }), [[withGull({ length: 13 }), false]]],
  ["JSON of an object", (input) => JSON.stringify(gull(input)), [[withGull({ length: 13 }), false]]],
  [
    "a member of a set",
    (input) => input.flags.has("green"),
    [
      [{ ...INPUT, flags: new Set(["red", "green"]) }, false],
      [{ ...INPUT, flags: new Set(["red", "blue"]) }, true],
    ],
  ],
  ["all of a set", (input) => [...input.flags], [[{ ...INPUT, flags: new Set(["red", "blue"]) }, false]]],
];

it.each(reads)("notes a read of %s", (_, read, given) => {
  const tracked = track(INPUT);
  expect(read(tracked.view)).toEqual(read(INPUT));
  const noted = tracked.reads();
  expect(areUnchanged(noted, structuredClone(INPUT))).toBe(true);
  for (const [changed, unchanged] of given) expect(areUnchanged(noted, changed)).toBe(unchanged);
  const stored: unknown = JSON.parse(JSON.stringify(noted));
  expect(stored).toEqual(JSON.parse(JSON.stringify(noted)));
});

it("gives the same view of a part each time", () => {
  const { view } = track(INPUT);
  expect(view.boats).toBe(view.boats);
  expect(gull(view)).toBe(gull(view));
});

it("does not take a part named like a member of all objects for one", () => {
  const input = {
    names: new Map([
      ["__proto__", 1],
      ["constructor", 2],
    ]),
  };
  const tracked = track(input);
  expect([tracked.view.names.get("__proto__"), tracked.view.names.get("toString")]).toEqual([1, undefined]);
  const noted: unknown = JSON.parse(JSON.stringify(tracked.reads()));
  if (typeof noted !== "object" || noted === null || !("names" in noted)) throw new Error("expected reads");
  expect(areUnchanged(tracked.reads(), { names: new Map([["__proto__", 1]]) })).toBe(true);
  expect(areUnchanged(tracked.reads(), { names: new Map([["__proto__", 3]]) })).toBe(false);
});

const plain = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value")),
    fc.dictionary(fc.string(), tie("value")),
    fc.array(fc.tuple(fc.string(), tie("value"))).map((entries) => new Map(entries)),
    fc.array(fc.string()).map((members) => new Set(members)),
  ),
})).value;

it("gives equal data one fingerprint, and other data another", () => {
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      expect(fingerprint(structuredClone(a))).toBe(fingerprint(a));
      let isEqual = true;
      try {
        expect(a).toStrictEqual(b);
      } catch {
        isEqual = false;
      }
      if (!isEqual) expect(fingerprint(a)).not.toBe(fingerprint(b));
    }),
  );
});

it("refuses what no fingerprint can stand for", () => {
  expect(() => fingerprint(() => 1)).toThrow("expected plain data");
  expect(() => fingerprint(Symbol("a"))).toThrow("expected plain data");
});

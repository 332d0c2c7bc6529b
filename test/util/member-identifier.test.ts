import * as fc from "fast-check";
import { expect, it } from "vitest";
import { isIdentifier } from "../../generator/emit/syntax/escape.ts";
import { memberIdentifier } from "../../generator/util/member-identifier.ts";

const cases: readonly (readonly [wireName: string, want: string])[] = [
  ["sloop", "Sloop"],
  ["halfMast", "HalfMast"],
  ["txt", "Txt"],
  ["TXT", "TXT_"],
  ["m", "M"],
  ["M", "M_"],
  ["m_", "M$low$"],
  ["rig2_gaff", "Rig2_gaff"],
  ["half-mast", "Half$dash$mast"],
  ["half mast", "Half$space$mast"],
  ["1", "_1"],
  ["1.5", "_1$dot$5"],
  ["_1", "__1"],
  ["", "_"],
  ["naN", "NaN$"],
  ["NaN", "NaN_"],
  ["infinity", "Infinity$"],
  ["böe", "B$f6$e"],
  ["__proto__", "___proto__"],
];

it.each(cases)("names the member %j", (wireName, want) => {
  expect(memberIdentifier(wireName)).toBe(want);
});

// Names of the pieces that the rule treats differently are more likely to clash than random text.
const piece = fc.constantFrom("a", "A", "_", "$", "-", " ", ".", "1", "low", "dash", "2d", "ö", "naN", "infinity");
const wireName = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));

it("gives different names different identifiers, and each of them is valid", () => {
  const found = new Map<string, string>();
  fc.assert(
    fc.property(wireName, (name) => {
      const identifier = memberIdentifier(name);
      expect(isIdentifier(identifier)).toBe(true);
      expect(Number.isNaN(Number(identifier)), identifier).toBe(true);
      expect(found.get(identifier) ?? name).toBe(name);
      found.set(identifier, name);
    }),
    { numRuns: 20_000 },
  );
});

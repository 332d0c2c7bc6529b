import fc from "fast-check";
import { expect, it } from "vitest";
import { differingWords } from "../../generator/diff/compare/words.ts";

const LONG = "One of the first words of a text that goes on for a while and says a lot";

const cases: readonly [before: string, after: string, want: readonly [string, string] | null][] = [
  ["Name on it.", "Name on it.", null],
  ["Name on it.", "Name\n  on it. ", null],
  ["Name on it.", "What it is called.", ["Name on it.", "What it is called."]],
  ["", "New text.", ["", "New text."]],
  ["Gone text.", "", ["Gone text.", ""]],
  [LONG, LONG.replace("first", "last"), ["One of the first words of a …", "One of the last words of a …"]],
  [LONG, `${LONG} more`, ["… and says a lot", "… and says a lot more"]],
  [
    LONG,
    LONG.replace("One", "Some").replace("a lot", "little"),
    ["One of the first … while and says a lot", "Some of the first … while and says little"],
  ],
];

it.each(cases)("finds the words that differ: %j, %j", (before, after, want) => {
  const words = differingWords({ before, after });
  expect(words === null ? null : [words.before, words.after]).toEqual(want);
});

it("shows different words, and few of them, for any two texts", () => {
  const text = fc.array(fc.constantFrom("a", "b", "door", "door.", "\n", "`x`", "𝒜"), { maxLength: 80 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(" "), other.join(" ")];
      const words = differingWords({ before, after });
      const isSame = before.split(/\s+/).join(" ").trim() === after.split(/\s+/).join(" ").trim();
      expect(words === null).toBe(isSame);
      if (words !== null && words.before.length < 240) expect(words.before).not.toBe(words.after);
      expect((words?.before.length ?? 0) + (words?.after.length ?? 0)).toBeLessThan(500);
    }),
  );
});

it("compares long texts that have nothing in common", () => {
  const texts = { before: "one ".repeat(20_000), after: "other ".repeat(20_000) };
  expect(differingWords(texts)?.before).toMatch(/^one one .*…$/);
});

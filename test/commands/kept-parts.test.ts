import fc from "fast-check";
import { expect, it } from "vitest";
import { packParts, unpackParts, type KeptPart } from "../../generator/commands/kept-parts.ts";
import { joinContributions } from "../../generator/emit/contribution.ts";

const word = fc.stringMatching(/^[a-c\n]{0,6}$/);
const symbol = fc.record({ name: word, local: word, module: fc.option(word) });

/** Parts of few letters: one's text stands in another's, and some have none. */
const part: fc.Arbitrary<KeptPart> = fc.record({
  content: word,
  digest: word,
  part: fc.record({
    text: word,
    edges: fc.tuple(fc.boolean(), fc.boolean()),
    types: fc.array(symbol, { maxLength: 2 }),
    values: fc.array(symbol, { maxLength: 2 }),
    inputs: fc.array(word, { maxLength: 2 }),
    contribution: fc.record({
      names: fc.array(fc.tuple(word, word), { maxLength: 3 }),
      pages: fc.array(word, { maxLength: 2 }),
      calls: fc.constant([]),
    }),
  }),
});

it.each<readonly [name: string, format: (text: string) => string]>([
  ["as they were printed", (text) => text],
  ["in a file that the formatter has changed", (text) => text.replaceAll("a", "b ")],
])("gives parts back %s", (_, format) => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const text = format(`head\n${parts.map((each) => each.part.text).join("\n\n")}\n`);
      const line = packParts(parts, text);
      expect(line).not.toContain("\n");
      const contribution = joinContributions(parts.map((each) => each.part.contribution));
      expect(unpackParts(line, text, contribution)).toEqual(parts);
    }),
  );
});

it("keeps no text that stands in the file", () => {
  const text = "export interface Door {\n  open: boolean;\n}";
  const printed = { text, edges: [false, false], types: [], values: [], inputs: [] } as const;
  const kept = [{ content: "", digest: "", part: { ...printed, contribution: { names: [], pages: [], calls: [] } } }];
  expect(packParts(kept, `// head\n\n${text}\n`)).not.toContain("Door");
});

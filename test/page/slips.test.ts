import fc from "fast-check";
import { expect, it } from "vitest";
import { docsInput } from "../support/docs-input.ts";
import { compareTexts } from "../support/line-edits.ts";
import { SLIPS } from "../support/slips.ts";

const cases = docsInput().flatMap((source) => {
  const lines = source.text.split("\n");
  return SLIPS.flatMap((slip) => slip.sites(lines).map((index) => ({ source, lines, slip, index })));
});

it("reports each slip of a page as an error, or reads the page as without it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(1000), ({ source, lines, slip, index }, turn) => {
      const { lost, gained, errors } = compareTexts(source, slip.apply(lines, index, turn).join("\n"));
      const silent = errors.length > 0 ? [] : [...lost, ...gained].map(({ text }) => text);
      expect({ slip: slip.name, line: lines[index], silent }).toEqual({
        slip: slip.name,
        line: lines[index],
        silent: [],
      });
    }),
    { numRuns: 150 },
  );
});

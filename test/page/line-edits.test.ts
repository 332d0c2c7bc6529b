import fc from "fast-check";
import { expect, it } from "vitest";
import { docsInput } from "../support/docs-input.ts";
import { EDIT_KINDS, tryEdit } from "../support/line-edits.ts";

const pages = docsInput();

it("loses no fact of another line without an error if a line is removed, doubled or inserted", () => {
  const page = fc.constantFrom(...pages);
  const edit = fc.record({ kind: fc.constantFrom(...EDIT_KINDS), at: fc.double({ min: 0, max: 0.9999, noNaN: true }) });
  fc.assert(
    fc.property(page, edit, (source, { kind, at }) => {
      const line = 1 + Math.floor(at * source.text.split("\n").length);
      const { lost, errors } = tryEdit(source, { kind, line });
      if (errors.length === 0) expect({ line, lost }).toEqual({ line, lost: [] });
    }),
    { numRuns: 1000 },
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { isMap, isScalar, parseDocument } from "yaml";
import { readFrontMatter } from "../../generator/markdown/front-matter.ts";

const PLACE = { file: "api/book-get.md", line: 1, column: 1 };

/** What the YAML library alone makes of front matter; null where it finds a fault. */
function parsed(yaml: string): Readonly<Record<string, string>> | null {
  const { contents, errors } = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
  if (errors.length > 0) return null;
  const pairs = isMap(contents) ? contents.items : [];
  const scalars = pairs.flatMap(({ key, value }) =>
    isScalar(key) && isScalar(value) && typeof value.value === "string"
      ? [[String(key.value), value.value.trim()] as const]
      : [],
  );
  return Object.fromEntries(scalars);
}

const PIECES = [
  ...["a", "b c", "1", "é", "null", "true", " ", " ", "\n", "\n", "\t", "\u00a0", "\u2028"],
  ...["x: ", "title: ", "ms.date: y", "? ", "- ", "---", "...", "<<: ", "  "],
  ...[":", ": ", "#", " #", '"', "'", "\\", "-", "|", ">", "[", "]", "{", "}", ",", "&", "*", "!", "%", "@", "`", "~"],
];

it("reads front matter as the YAML library does, whatever stands in it", () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => `title: ${pieces.join("")}`);
  fc.assert(
    fc.property(text, (yaml) => {
      const [values, diagnostics] = readFrontMatter(yaml, PLACE);
      const want = parsed(yaml);
      expect(values).toEqual(want ?? {});
      expect(diagnostics.length).toBe(want === null ? 1 : 0);
    }),
    { numRuns: 3000 },
  );
});

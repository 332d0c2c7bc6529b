import type { Document } from "../../../markdown/model.ts";
import { pageRule } from "../../rule.ts";
import { tablesOf } from "../../sections.ts";

export const sketchMemberMissing = pageRule({
  name: "sketch-member-missing",
  severity: "warning",
  message: "Unexpected absence of {name} in the JSON representation, expected every property of the table",
  description: "A property of the table is missing from the JSON representation.",
  why: "Readers of the JSON representation do not learn of the property.",
  advice: "Add the property, or remove the row from the table.",
  example: { page: "resources/boat.md", ok: '  "isAfloat": true,\n', notOk: "" },
  check: ({ page, document }) => {
    const parts = rowsOfParts(document);
    return page.types.flatMap(({ properties, sketch }) => {
      const shown = new Set(sketch.map(({ name }) => name.toLowerCase()));
      const [first] = sketch;
      if (first === undefined) return [];
      return properties
        .filter(({ relationship, deprecated, name }) => !relationship && deprecated === null && !name.includes("@"))
        .filter(({ inheritedFrom, name }) => inheritedFrom === null && !shown.has(name.toLowerCase()))
        .filter(({ source }) => !parts.has(source.line))
        .map(({ name, source }) => ({
          params: { name },
          place: source,
          related: [{ message: "the JSON representation", place: first.type.place }],
        }));
    });
  },
});

/** Lines of rows below "Properties of …", which describe the content of a single property. */
function rowsOfParts({ sections }: Document): ReadonlySet<number> {
  const parts = sections.filter(({ heading }) => /^properties of\b/i.test(heading.text));
  return new Set(parts.flatMap(tablesOf).flatMap(({ rows }) => rows.map(({ place }) => place.line)));
}

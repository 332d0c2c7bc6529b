import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Document } from "../../markdown/model.ts";
import type { PageRule } from "../model.ts";
import { tablesOf } from "../sections.ts";

/** A row of the Properties table has no member in the JSON representation. */
export const sketchMemberMissing: PageRule = {
  name: "sketch-member-missing",
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
        .map(({ name, source }) =>
          createDiagnostic("sketch-member-missing", { name }, source, [
            { message: "the JSON representation", place: first.type.place },
          ]),
        );
    });
  },
};

/** Lines of rows below "Properties of …", which describe what is inside one property. */
function rowsOfParts({ sections }: Document): ReadonlySet<number> {
  const parts = sections.filter(({ heading }) => /^properties of\b/i.test(heading.text));
  return new Set(parts.flatMap(tablesOf).flatMap(({ rows }) => rows.map(({ place }) => place.line)));
}

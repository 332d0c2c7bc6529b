import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

/** A row of the Properties table has no member in the JSON representation. */
export const sketchMemberMissing: PageRule = {
  name: "sketch-member-missing",
  check: ({ page }) =>
    page.types.flatMap(({ properties, sketch }) => {
      const shown = new Set(sketch.map(({ name }) => name.toLowerCase()));
      const [first] = sketch;
      if (first === undefined) return [];
      return properties
        .filter(({ relationship, deprecated, name }) => !relationship && deprecated === null && !name.includes("@"))
        .filter(({ inheritedFrom, name }) => inheritedFrom === null && !shown.has(name.toLowerCase()))
        .map(({ name, source }) =>
          createDiagnostic("sketch-member-missing", { name }, source, [
            { message: "the JSON representation", place: first.type.place },
          ]),
        );
    }),
};

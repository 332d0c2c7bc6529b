import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

/** A heading is more than one level below the heading before it. */
export const headingLevelSkipped: PageRule = {
  name: "heading-level-skipped",
  check: ({ document, path }) =>
    document.sections.flatMap(({ depth, place }, index) => {
      const before = document.sections[index - 1]?.depth ?? 0;
      if (before === 0 || depth <= before + 1 || place.file !== path) return [];
      return [createDiagnostic("heading-level-skipped", { depth, expected: before + 1 }, place)];
    }),
};

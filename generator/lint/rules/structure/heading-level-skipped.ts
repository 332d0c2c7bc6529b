import { pageRule } from "../../rule.ts";

export const headingLevelSkipped = pageRule({
  name: "heading-level-skipped",
  severity: "info",
  message: "Unexpected heading of level {depth}, expected at most level {expected}",
  description: "A heading is more than one level below the previous one.",
  why: "Outlines and screen readers lose the section.",
  advice: "Use the next deeper level.",
  example: { page: "api/boat-get.md", ok: "### Request", notOk: "##### Request" },
  check: ({ document, path }) =>
    document.sections.flatMap(({ depth, place }, index) => {
      const before = document.sections[index - 1]?.depth ?? 0;
      if (before === 0 || depth <= before + 1 || place.file !== path) return [];
      return [{ params: { depth, expected: before + 1 }, place }];
    }),
});

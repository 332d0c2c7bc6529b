import { pageRule } from "../../rule.ts";

/** Sections of an operation page, with the headings that count as them. */
const SECTIONS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["Permissions", /^(?:permissions|prerequisites)\b/i],
  ["HTTP request", /^http requests?\b/i],
  ["Response", /^(?:responses?\b|return)/i],
  ["Example", /^exa[mx]*ples?\b/i],
];

export const sectionMissing = pageRule({
  name: "section-missing",
  severity: "info",
  message: "Unexpected operation page without a section {name}, expected one",
  description: "An operation page lacks a section.",
  why: "Readers look for this information under a heading that all operation pages share.",
  advice: "Add the section.",
  example: { page: "api/boat-delete.md", ok: "## Permissions", notOk: "## Rights" },
  check: ({ document, page }) => {
    if (page.operation === null) return [];
    const headings = document.sections.map(({ heading }) => heading.text);
    const { source } = page.operation;
    return SECTIONS.filter(([, pattern]) => !headings.some((text) => pattern.test(text))).map(([name]) => ({
      params: { name },
      place: source,
    }));
  },
});

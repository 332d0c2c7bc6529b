import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

/** What a page of an operation has, with the headings that stand for it. */
const SECTIONS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["Permissions", /^(?:permissions|prerequisites)\b/i],
  ["HTTP request", /^http requests?\b/i],
  ["Response", /^(?:responses?\b|return)/i],
  ["Example", /^exa[mx]*ples?\b/i],
];

/** A page of an operation lacks a section that such pages have. */
export const sectionMissing: PageRule = {
  name: "section-missing",
  check: ({ document, page }) => {
    if (page.operation === null) return [];
    const headings = document.sections.map(({ heading }) => heading.text);
    const { source } = page.operation;
    return SECTIONS.filter(([, pattern]) => !headings.some((text) => pattern.test(text))).map(([name]) =>
      createDiagnostic("section-missing", { name }, source),
    );
  },
};

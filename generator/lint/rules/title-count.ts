import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

/** A page has no title, or more than one. */
export const titleCount: PageRule = {
  name: "title-count",
  check: ({ document, path }) => {
    const titles = document.sections.filter(({ depth, place }) => depth === 1 && place.file === path);
    if (titles.length === 0) return [createDiagnostic("title-count", { count: 0 }, { file: path, line: 1, column: 1 })];
    return titles.slice(1).map(({ place }) => createDiagnostic("title-count", { count: titles.length }, place));
  },
};

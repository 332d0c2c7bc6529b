import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { statedSections, tablesOf } from "../sections.ts";

/** A cell of a permissions table names a permission twice. */
export const permissionTwice: PageRule = {
  name: "permission-twice",
  check: ({ document }) =>
    statedSections(document)
      .filter(({ heading }) => /^(?:permissions|prerequisites)\b/i.test(heading.text))
      .flatMap(tablesOf)
      .filter(({ header }) => /^permission type$/i.test(header[0]?.text ?? ""))
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.slice(1)))
      .flatMap((cell) => {
        if (/\bfor\b|\band\b|:/i.test(cell.text)) return [];
        const names = cell.text.split(/[\s,;]+/).filter((word) => /^[A-Z]\w*(?:\.\w+)+$/.test(word));
        const twice = new Set(names.filter((name, index) => names.indexOf(name) < index));
        return [...twice].map((name) => createDiagnostic("permission-twice", { name }, cell.place));
      }),
};

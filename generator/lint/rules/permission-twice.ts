import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { permissionCells } from "../sections.ts";

/** A cell of a permissions table names a permission twice. */
export const permissionTwice: PageRule = {
  name: "permission-twice",
  check: ({ document }) =>
    permissionCells(document).flatMap((cell) => {
      if (/\bfor\b|\band\b|:/i.test(cell.text)) return [];
      const names = cell.text.split(/[\s,;]+/).filter((word) => /^[A-Z]\w*(?:\.\w+)+$/.test(word));
      const twice = new Set(names.filter((name, index) => names.indexOf(name) < index));
      return [...twice].map((name) => createDiagnostic("permission-twice", { name }, cell.place));
    }),
};

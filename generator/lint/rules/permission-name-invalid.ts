import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { permissionCells } from "../sections.ts";

/** Words with dots that are meant for a permission, and the form that one has. */
const MEANT = /^[A-Za-z][\w-]*(?:\.[\w-]*)+$/;
const FORM = /^[A-Z][\w-]*(?:\.[A-Z][\w-]*)+$/;

/** A cell of a permissions table holds a word that has not the form of a permission. */
export const permissionNameInvalid: PageRule = {
  name: "permission-name-invalid",
  check: ({ document }) =>
    permissionCells(document).flatMap((cell) =>
      cell.text
        .split(/[\s,;]+/)
        .map((word) => word.replace(/^[*(]+|[*.)]+$/g, ""))
        .filter((word) => MEANT.test(word) && !FORM.test(word))
        .map((name) => createDiagnostic("permission-name-invalid", { name }, cell.place)),
    ),
};

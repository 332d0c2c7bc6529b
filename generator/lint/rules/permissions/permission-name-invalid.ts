import { pageRule } from "../../rule.ts";
import { permissionCells } from "../../sections.ts";

/** Words with dots that are meant to be a permission, and the form of a permission. */
const MEANT = /^[A-Za-z][\w-]*(?:\.[\w-]*)+$/;
const FORM = /^[A-Z][\w-]*(?:\.[A-Z][\w-]*)+$/;

export const permissionNameInvalid = pageRule({
  name: "permission-name-invalid",
  severity: "warning",
  message: "Unexpected permission {name}, expected capitalized words that are separated by dots",
  description: "A name in a permissions table does not have the form of a permission.",
  why: "A permission that does not exist cannot be granted.",
  advice: "Write the name as the portal shows it, for example `User.Read.All`.",
  example: { page: "api/boat-get.md", ok: "Boats.ReadWrite.All", notOk: "Boats.ReadWrite.all" },
  check: ({ document }) =>
    permissionCells(document).flatMap((cell) =>
      cell.text
        .split(/[\s,;]+/)
        .map((word) => word.replace(/^[*(]+|[*.)]+$/g, ""))
        .filter((word) => MEANT.test(word) && !FORM.test(word))
        .map((name) => ({ params: { name }, place: cell.place })),
    ),
});

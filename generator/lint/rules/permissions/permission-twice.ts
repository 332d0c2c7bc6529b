import { pageRule } from "../../rule.ts";
import { permissionCells } from "../../sections.ts";

export const permissionTwice = pageRule({
  name: "permission-twice",
  severity: "info",
  message: "Unexpected duplicate of {name} in a cell, expected each permission once",
  description: "A cell names a permission twice.",
  why: "One of the two may be meant to be a different permission.",
  advice: "Remove one of the two.",
  example: {
    page: "api/boat-get.md",
    ok: "Boats.Read.All, Boats.ReadWrite.All",
    notOk: "Boats.Read.All, Boats.ReadWrite.All, Boats.Read.All",
  },
  check: ({ document }) =>
    permissionCells(document).flatMap((cell) => {
      if (/\bfor\b|\band\b|:/i.test(cell.text)) return [];
      const names = cell.text.split(/[\s,;]+/).filter((word) => /^[A-Z]\w*(?:\.\w+)+$/.test(word));
      const twice = new Set(names.filter((name, index) => names.indexOf(name) < index));
      return [...twice].map((name) => ({ params: { name }, place: cell.place }));
    }),
});

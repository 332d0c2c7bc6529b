import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";
import { tablesOf } from "../sections.ts";

/** A table lists a member of an enum twice. */
export const enumMemberTwice: PageRule = {
  name: "enum-member-twice",
  check: ({ document }) =>
    document.sections
      .flatMap(tablesOf)
      .filter(({ header }) => /^members?$/i.test(header[0]?.text ?? ""))
      .flatMap(({ rows }) =>
        rows.flatMap(({ cells: [cell] }, index) => {
          const first = rows.find((row) => row.cells[0]?.text === cell?.text);
          if (cell === undefined || cell.text === "" || first === undefined || first === rows[index]) return [];
          const related = [{ message: "first here", place: first.cells[0]?.place ?? first.place }];
          return [createDiagnostic("enum-member-twice", { name: cell.text }, cell.place, related)];
        }),
      ),
};

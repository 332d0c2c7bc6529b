import { pageRule } from "../../rule.ts";
import { tablesOf } from "../../sections.ts";

export const enumMemberTwice = pageRule({
  name: "enum-member-twice",
  severity: "warning",
  message: "Unexpected second row for the member {name}, expected each member once",
  description: "A table lists an enum member twice.",
  why: "One of the rows is a mistake; another member may be missing.",
  advice: "Remove one of the rows, or correct its name.",
  example: { page: "resources/rig.md", ok: "|ketch|1|Two masts.|", notOk: "|ketch|1|Two masts.|\n|sloop|2|A mast.|" },
  check: ({ document }) =>
    document.sections
      .flatMap(tablesOf)
      .filter(({ header }) => /^members?$/i.test(header[0]?.text ?? ""))
      .flatMap(({ rows }) =>
        rows.flatMap(({ cells: [cell] }, index) => {
          const first = rows.find((row) => row.cells[0]?.text === cell?.text);
          if (cell === undefined || cell.text === "" || first === undefined || first === rows[index]) return [];
          const related = [{ message: "first here", place: first.cells[0]?.place ?? first.place }];
          return [{ params: { name: cell.text }, place: cell.place, related }];
        }),
      ),
});

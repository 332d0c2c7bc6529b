import { pageRule } from "../../rule.ts";

export const tableEmpty = pageRule({
  name: "table-empty",
  severity: "info",
  message: "Unexpected table without rows, expected at least one",
  description: "A table has no rows.",
  why: "Readers expect content that does not exist.",
  advice: "Fill the table, or remove it.",
  example: {
    page: "resources/sailor.md",
    ok: "## JSON representation",
    notOk: "## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n\n## JSON representation",
  },
  check: ({ document }) =>
    document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === "table" && block.rows.length === 0 ? [{ params: {}, place: block.place }] : [],
      ),
    ),
});

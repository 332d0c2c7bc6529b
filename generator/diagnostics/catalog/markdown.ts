import { entry } from "./entry.ts";

/** What reading Markdown can say. */
export const markdownEntries = {
  "front-matter-invalid": entry<{ reason: string }>(
    "error",
    ({ reason }) => `Unexpected front matter (${reason}), expected YAML between two lines of ---`,
  ),
  "annotation-invalid": entry<{ reason: string }>(
    "warning",
    ({ reason }) => `Unexpected annotation (${reason}), expected JSON; what could be read of it is used`,
  ),
  "fence-unclosed": entry<object>(
    "error",
    () => "Unexpected end of page inside a code fence, expected a closing fence; all that follows was read as code",
  ),
  "table-delimiter-row": entry<object>(
    "warning",
    () => "Unexpected number of columns in the delimiter row, expected as many as the header has",
  ),
  "table-row-surplus-cells": entry<{ cells: number; columns: number }>(
    "warning",
    ({ cells, columns }) =>
      `Unexpected row of ${String(cells)} cells, expected ${String(columns)}; write \\| for a pipe inside a cell`,
  ),
  "table-row-missing-cells": entry<{ cells: number; columns: number }>(
    "warning",
    ({ cells, columns }) => `Unexpected row of ${String(cells)} cells, expected ${String(columns)}`,
  ),
  "table-row-broken": entry<object>(
    "warning",
    () => "Unexpected line break inside a table row, expected the row on one line",
  ),
  "include-missing": entry<{ path: string }>(
    "warning",
    ({ path }) => `Unexpected include of ${path}, expected a file inside the docs root (see --root)`,
  ),
  "include-cycle": entry<{ path: string }>(
    "error",
    ({ path }) => `Unexpected include of ${path}, expected a file that does not include itself`,
  ),
} as const;

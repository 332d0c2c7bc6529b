import type { Entries } from "../entry.ts";

/** Diagnostics of parsing Markdown. */
export const markdownEntries = {
  "front-matter-invalid": {
    severity: "error",
    message: "Unexpected front matter ({reason}), expected YAML between two lines of ---",
    description: "The front matter is not valid YAML.",
    why: "The title, description and doc_type of the page are lost.",
    advice: "Write valid YAML between two lines of `---`; quote values that contain a colon.",
    example: { page: "resources/boat.md", ok: '"boat resource type"', notOk: '"boat" resource type' },
  },
  "annotation-invalid": {
    severity: "warning",
    message: "Unexpected annotation ({reason}), expected valid JSON; only the readable part is used",
    description: "An annotation comment is not valid JSON.",
    why: "The annotation names types and examples; whatever cannot be read has to be guessed.",
    advice: "Make the content of the comment strict JSON. `--fix` removes a trailing comma.",
    example: { page: "resources/boat.md", ok: 'graph.boat" }', notOk: 'graph.boat", }' },
  },
  "fence-unclosed": {
    severity: "error",
    message:
      "Unexpected end of page inside a code fence, expected a closing fence; the rest of the page is read as code",
    description: "A code fence is not closed.",
    why: "Everything that follows is read as code, so its tables and requests are lost.",
    advice: "Close the fence with as many backticks as open it.",
    example: { page: "resources/boat.md", ok: "}\n```\n", notOk: "}\n" },
  },
  "table-delimiter-row": {
    severity: "warning",
    message: "Unexpected number of columns in the delimiter row, expected as many as in the header",
    description: "The delimiter row of a table has a different number of columns than the header.",
    why: "Sites show lines with pipes instead of a table.",
    advice: "Give the delimiter row as many columns as the header.",
    example: {
      page: "resources/boat.md",
      ok: "Type|Description|\n|:---|:---|:---|\n|id",
      notOk: "Type|Description|\n|:---|:---|\n|id",
    },
  },
  "table-row-surplus-cells": {
    severity: "warning",
    message: "Unexpected row of {cells} cells, expected {columns}; write \\| for a pipe inside a cell",
    description: "A row has more cells than the header.",
    why: "Sites do not show the surplus cells.",
    advice: "Write `\\|` for a pipe inside a cell, or add a column.",
    example: { page: "resources/boat.md", ok: "Length in metres.", notOk: "Length in metres|or feet." },
  },
  "table-row-missing-cells": {
    severity: "warning",
    message: "Unexpected row of {cells} cells, expected {columns}",
    description: "A row has fewer cells than the header.",
    why: "It is unclear which cell is missing, so a type may be taken for a name.",
    advice: "Write a cell for each column, including empty ones.",
    example: { page: "resources/boat.md", ok: "|length|Int32|", notOk: "|length|" },
  },
  "table-row-broken": {
    severity: "warning",
    message: "Unexpected line break inside a table row, expected the row on one line",
    description: "A table row continues on the next line.",
    why: "Sites end the table at the line break.",
    advice: "Write the row on one line; use `<br/>` for a line break in a cell.",
    example: { page: "resources/boat.md", ok: "Length in metres.", notOk: "Length in\nmetres." },
  },
  "include-missing": {
    severity: "warning",
    message: "Unexpected include of {path}, expected a file inside the docs root (see --root)",
    description: "An included file does not exist.",
    why: "Readers do not see the included text.",
    advice: "Correct the path, or set `--root` to a folder that contains the file.",
    example: {
      page: "resources/boat.md",
      ok: "## Methods",
      notOk: "[!INCLUDE [tides](../includes/tides.md)]\n\n## Methods",
    },
  },
  "include-cycle": {
    severity: "error",
    message: "Unexpected include of {path}, expected a file that does not include itself",
    description: "A file includes itself.",
    why: "The text would never end, so the include is ignored.",
    advice: "Remove one of the includes.",
    example: {
      page: "includes/tides.md",
      ok: "High water is at noon.\n",
      notOk: "High water is at noon.\n\n[!INCLUDE [tides](tides.md)]\n",
    },
  },
} as const satisfies Entries;

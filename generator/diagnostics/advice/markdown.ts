import type { markdownEntries } from "../catalog/markdown.ts";
import type { Advice } from "./model.ts";

/** What to know of the diagnostics of reading Markdown. */
export const markdownAdvice: { readonly [C in keyof typeof markdownEntries]: Advice } = {
  "front-matter-invalid": {
    why: "Title, description and doc_type of the page are lost.",
    mend: "Make it YAML between two lines of `---`; quote values that hold a colon.",
  },
  "annotation-invalid": {
    why: "The annotation names types and examples; what cannot be read of it is guessed.",
    mend: "Make the comment's content strict JSON. `--fix` takes out a trailing comma.",
  },
  "fence-unclosed": {
    why: "All that follows is read as code: its tables and requests are lost.",
    mend: "Close the fence with as many backticks as open it.",
  },
  "table-delimiter-row": {
    why: "Sites show no table, but lines with pipes.",
    mend: "Give the row of dashes as many columns as the header has.",
  },
  "table-row-surplus-cells": {
    why: "What stands in the surplus cells is not shown by sites.",
    mend: "Write `\\|` for a pipe inside a cell, or add a column.",
  },
  "table-row-missing-cells": {
    why: "A reader does not see which cell is missing; the type may be taken for the name.",
    mend: "Write a cell for each column, empty ones included.",
  },
  "table-row-broken": {
    why: "Sites end the table at the line break.",
    mend: "Write the row on one line; `<br/>` breaks a line in a cell.",
  },
  "include-missing": {
    why: "Readers see nothing where the included text belongs.",
    mend: "Correct the path, or name the folder above with `--root`.",
  },
  "include-cycle": { why: "The text never ends; it is cut.", mend: "Take one of the includes out." },
};

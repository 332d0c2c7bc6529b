import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

/** A table has a header and no row. */
export const tableEmpty: PageRule = {
  name: "table-empty",
  check: ({ document }) =>
    document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === "table" && block.rows.length === 0 ? [createDiagnostic("table-empty", {}, block.place)] : [],
      ),
    ),
};

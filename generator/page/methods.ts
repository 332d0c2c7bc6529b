import type { Document, TableRow } from "../markdown/model.ts";
import { cellOf, readColumns, type Columns } from "./content/columns.ts";
import type { MethodFacts } from "./model.ts";
import { sectionsOf } from "./content/sections.ts";
import { linkTarget, parseTypeCell } from "./types/type-expression.ts";

/** Reads the rows of a resource's Methods table that link to an operation page. */
export function readMethods(document: Document): readonly MethodFacts[] {
  return sectionsOf(document, "methods").flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind !== "table") return [];
      const columns = readColumns(block);
      return block.rows.flatMap((row) => readRow(row, columns));
    }),
  );
}

function readRow(row: TableRow, columns: Columns): readonly MethodFacts[] {
  const nameCell = cellOf(row, columns, "name");
  const link = nameCell.tokens.find((token) => token.kind === "link");
  const target = link === undefined ? null : linkTarget(link.href, row.place.file).target;
  if (target === null) return [];
  const cell = cellOf(row, columns, "returnType");
  const returns =
    cell.text === "" || /^(?:none|no content)\.?$/i.test(cell.text) ? null : parseTypeCell(cell, row.place.file);
  return [{ target, title: nameCell.text, returns, source: nameCell.place }];
}

import { createCollector, type Collector, type Result } from "../diagnostics/diagnostic.ts";
import type { Document, TableRow } from "../markdown/model.ts";
import { cellOf, readColumns, type Columns } from "./content/columns.ts";
import { isType } from "./content/infer-columns.ts";
import type { MethodFacts } from "./model.ts";
import { sectionsOf } from "./content/sections.ts";
import { linkTarget, parseTypeCell } from "./types/type-expression.ts";

/** `[List doors][]`, which is a link if the page defines the reference. */
const REFERENCE = /^\[([^\][]+)\]\[[^\][]*\]$/;

/** Reads the rows of a resource's Methods table that link to an operation page. */
export function readMethods(document: Document): Result<readonly MethodFacts[]> {
  const collector = createCollector();
  const methods = sectionsOf(document, "methods").flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind !== "table") return [];
      const columns = readColumns(block);
      return block.rows.flatMap((row) => readRow(row, columns, collector));
    }),
  );
  return collector.wrap(methods);
}

function readRow(row: TableRow, columns: Columns, collector: Collector): readonly MethodFacts[] {
  const nameCell = cellOf(row, columns, "name");
  const link = nameCell.tokens.find((token) => token.kind === "link");
  const target = link === undefined ? null : linkTarget(link.href, row.place.file).target;
  if (target === null) {
    if (REFERENCE.test(nameCell.text)) collector.add("reference-undefined", { text: nameCell.text }, nameCell.place);
    return [];
  }
  const cell = cellOf(row, columns, "returnType");
  const isNone = cell.text === "" || /^(?:none|no content)\.?$/i.test(cell.text) || isDescription(row, columns);
  const returns = isNone ? null : parseTypeCell(cell, row.place.file);
  return [{ target, title: nameCell.text, returns, source: nameCell.place }];
}

/** Whether a row lacks its return type, so that its description is in that column. */
function isDescription(row: TableRow, columns: Columns): boolean {
  const isLast = (columns.get("returnType") ?? 0) + 1 >= row.cells.length;
  return !isLast && row.cells.at(-1)?.text === "" && !isType(cellOf(row, columns, "returnType"));
}

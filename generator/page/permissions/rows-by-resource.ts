import type { TableBlock, TableRow } from "../../markdown/model.ts";
import type { PermissionFacts } from "../model.ts";
import { factOf, readCell, type CellContext } from "./cell.ts";
import { hasScopes, isReversed, textOf } from "./columns.ts";
import { joinResources } from "./labels.ts";
import { schemesOf } from "./schemes.ts";

/** Whether a table has a column for each permission type. */
export function isKeyedByResource({ header }: TableBlock): boolean {
  return schemeColumns(header).length > (schemesOf(header[0]?.text ?? "").length > 0 ? 1 : 0);
}

/** Reads a table with a row for each resource or role and a column for each permission type. */
export function readRowsByResource(
  table: TableBlock,
  outer: string | null,
  context: CellContext,
): readonly PermissionFacts[] {
  const columns = schemeColumns(table.header);
  for (const [index, { text, place }] of table.header.entries()) {
    if (!columns.includes(index) && hasScopes(table, index))
      context.collector.add("permission-type-unknown", { text }, place);
  }
  const labels = table.header.map((_, index) => index).filter((index) => index < (columns[0] ?? 0));
  let label: string | null = null;
  return table.rows.flatMap((row) => {
    if (isHeader(row, columns)) return [];
    // An empty label continues the row above.
    label = joinResources(...labels.map((index) => textOf(row, index))) ?? label;
    return columns.flatMap((column) => readColumn(table, row, column, joinResources(outer, label), context));
  });
}

function readColumn(
  table: TableBlock,
  row: TableRow,
  column: number,
  resource: string | null,
  context: CellContext,
): readonly PermissionFacts[] {
  const title = table.header[column]?.text ?? "";
  const cell = row.cells[column];
  if (cell === undefined) return [];
  const reversed = context.reversed || isReversed(title);
  return readCell(cell, row.place, { ...context, reversed }).flatMap((grant) =>
    schemesOf(title).map((scheme) => factOf(scheme, grant, joinResources(resource, grant.resource), row.place)),
  );
}

function schemeColumns(header: TableBlock["header"]): readonly number[] {
  return header.map((_, index) => index).filter((index) => schemesOf(header[index]?.text ?? "").length > 0);
}

/** A header row within the table. */
function isHeader(row: TableRow, columns: readonly number[]): boolean {
  return columns.every((column) => schemesOf(textOf(row, column)).length > 0);
}

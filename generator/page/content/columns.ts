import { type Phrase, type TableBlock, type TableRow, makePhrase } from "../../markdown/model.ts";
import { columnKind, type ColumnKind } from "./vocabulary.ts";

/** Column index by canonical kind; the first column of a kind takes precedence. */
export type Columns = ReadonlyMap<ColumnKind, number>;

/** Maps the header of a table to canonical columns. */
export function readColumns(table: TableBlock): Columns {
  const columns = new Map<ColumnKind, number>();
  for (const [index, title] of table.header.entries()) {
    const kind = columnKind(title.text);
    if (kind !== null && !columns.has(kind)) columns.set(kind, index);
  }
  return columns;
}

/** Cell of a kind; an empty phrase if the table has no such column. */
export function cellOf(row: TableRow, columns: Columns, kind: ColumnKind): Phrase {
  const index = columns.get(kind);
  return (index === undefined ? undefined : row.cells[index]) ?? makePhrase([], row.place);
}

/** What the Required column of a row says; null if the table has no such column or the cell says something else. */
export function markedRequired(row: TableRow, columns: Columns): boolean | null {
  if (!columns.has("required")) return null;
  const { text } = cellOf(row, columns, "required");
  if (/^(?:[✓✔☑x]|y|yes|true|required)\.?$/iu.test(text)) return true;
  return /^(?:[✗✘-]|n|no|false|optional|)\.?$/iu.test(text) ? false : null;
}

/** Whether a cell consists of a name, such as that of a property. */
export function isNameCell({ text }: Phrase): boolean {
  return /^[@$]?[A-Za-z_][\w.@-]{0,100}$/.test(text);
}

import type { PhrasingContent, Table, TableCell as MdastCell, TableRow as MdastRow } from "mdast";
import { createCollector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import { readPhrase, type Definitions } from "./phrase.ts";
import { type Phrase, type TableBlock, type TableRow, joinPhrases, makePhrase } from "./model.ts";

/** The page that contains a table: its places, link definitions and source lines. */
export interface TableContext {
  readonly definitions: Definitions;
  readonly placeOf: (node: MdastRow | Table | MdastCell | PhrasingContent, fallback: Place) => Place;
  /** Source text of a line, counted from 1 in the coordinates of `placeOf`. */
  readonly line: (number: number) => string;
  readonly place: Place;
}

/**
 * Reads a GFM table. Surplus cells, the result of an unescaped `|`, are joined to the last column; missing cells are
 * empty; a row that continues the previous row is joined to it.
 */
export function readTable(table: Table, context: TableContext): Result<TableBlock> {
  const collector = createCollector();
  const place = context.placeOf(table, context.place);
  const [head, ...body] = table.children;
  const header = head === undefined ? [] : readCells(head, context, place);
  const rows: TableRow[] = [];
  for (const node of body) {
    const rowPlace = context.placeOf(node, place);
    const cells = readCells(node, context, rowPlace);
    const previous = rows.at(-1);
    if (previous !== undefined && continuesRow(cells, header.length, context.line(rowPlace.line), previous, context)) {
      rows[rows.length - 1] = appendToRow(previous, cells, rowPlace);
      collector.add("table-row-broken", {}, rowPlace);
    } else if (cells.some((cell) => cell.text !== "")) {
      rows.push(collector.pipe(fitRow(cells, header.length, rowPlace)));
    }
  }
  return collector.wrap({ kind: "table", header, rows, place });
}

function readCells(row: MdastRow, context: TableContext, place: Place): readonly Phrase[] {
  return row.children.map((cell) => {
    const content = context.placeOf(firstWords(cell), context.placeOf(cell, place));
    return readPhrase(cell.children, context.definitions, content);
  });
}

/** The innermost first node of a cell, which begins after the pipe and after any markup. */
function firstWords(node: MdastCell | PhrasingContent): MdastCell | PhrasingContent {
  const first = "children" in node ? node.children[0] : undefined;
  return first === undefined ? node : firstWords(first);
}

/** A row that is split over two lines: one cell without a leading pipe, below a line without a trailing pipe. */
function continuesRow(
  cells: readonly Phrase[],
  columns: number,
  line: string,
  previous: TableRow,
  context: TableContext,
): boolean {
  if (columns < 2 || cells.length !== 1 || line.trimStart().startsWith("|")) return false;
  const above = context.line(previous.place.line).trim();
  return above.startsWith("|") && !above.endsWith("|");
}

function appendToRow(row: TableRow, cells: readonly Phrase[], place: Place): TableRow {
  const last = row.cells.at(-1);
  const joined = joinPhrases([...(last === undefined ? [] : [last]), ...cells], " ", place);
  return { ...row, cells: [...row.cells.slice(0, -1), joined] };
}

function fitRow(cells: readonly Phrase[], columns: number, place: Place): Result<TableRow> {
  const collector = createCollector();
  const first = cells[0];
  if (cells.length === columns || columns === 0) return collector.wrap({ cells, place });
  if (cells.length > columns) {
    const surplus = cells.slice(columns - 1);
    if (surplus.slice(1).some((cell) => cell.text !== "")) {
      collector.add("table-row-surplus-cells", { cells: cells.length, columns }, surplus[1]?.place ?? place);
    }
    const content = surplus.filter((cell, index) => index === 0 || cell.text !== "");
    return collector.wrap({ cells: [...cells.slice(0, columns - 1), joinPhrases(content, " | ", place)], place });
  }
  if (cells.length > 1 || first === undefined) {
    collector.add("table-row-missing-cells", { cells: cells.length, columns }, place);
  }
  const empty = Array.from({ length: columns - cells.length }, () => makePhrase([], place));
  return collector.wrap({ cells: [...cells, ...empty], place });
}

import type { PhrasingContent, Table, TableCell as MdastCell, TableRow as MdastRow } from "mdast";
import { createCollector, type Collector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import { readPhrase, type Definitions } from "./phrase.ts";
import { type Phrase, type RowsBlock, type TableBlock, type TableRow, fitRow, joinPhrases } from "./model.ts";
import { isDelimiterRow, isDirective } from "./pipe-lines.ts";

/** The page that contains a table: its places, link definitions and source lines. */
export interface TableContext {
  readonly definitions: Definitions;
  readonly placeOf: (node: MdastRow | Table | MdastCell | PhrasingContent, fallback: Place) => Place;
  /** Source text of a line of the page. */
  readonly line: (number: number) => string;
  readonly place: Place;
}

/** A part of a GFM table: its beginning, lines of text between its rows, or the rows after them. */
export type TablePart = TableBlock | RowsBlock | { readonly kind: "text"; readonly from: number; readonly to: number };

/**
 * Reads a GFM table. Surplus cells, the result of an unescaped `|`, are joined to the last column; missing cells are
 * empty; a row that continues the previous row is joined to it. Lines without a pipe, such as an include, separate the
 * table from its further rows.
 */
export function readTable(table: Table, context: TableContext): Result<readonly TablePart[]> {
  const collector = createCollector();
  const place = context.placeOf(table, context.place);
  const [head, ...body] = table.children;
  const header = head === undefined ? [] : readCells(head, context, place);
  const { rows, texts } = collector.pipe(readBody(body, context, header.length, hasPipe(context, place)));
  const [first = [], ...more] = partition(rows, texts);
  const fitted = first.map((row) => collector.pipe(fitRow(row, header.length)));
  const parts: TablePart[] = [{ kind: "table", header, rows: fitted, place }];
  for (const [index, text] of texts.entries()) {
    parts.push({ kind: "text", ...text });
    const after = more[index] ?? [];
    if (after[0] === undefined) continue;
    parts.push({ kind: "rows", rows: after, headless: false, columns: header.length, place: after[0].place });
  }
  return collector.wrap(parts);
}

/**
 * Reads rows that have no header.
 *
 * @param table the rows below any header
 * @param headless whether a delimiter row without a header is above them
 */
export function readRows(table: Table, headless: boolean, context: TableContext): Result<RowsBlock> {
  const collector = createCollector();
  const { rows } = collector.pipe(readBody(table.children.slice(1), context, 0, false));
  return collector.wrap({ kind: "rows", rows, headless, columns: null, place: rows[0]?.place ?? context.place });
}

interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Reads the rows as they are, and the ranges of lines without a pipe. */
function readBody(
  body: readonly MdastRow[],
  context: TableContext,
  columns: number,
  isPiped: boolean,
): Result<{ readonly rows: readonly TableRow[]; readonly texts: readonly Lines[] }> {
  const collector = createCollector();
  const rows: TableRow[] = [];
  const texts: Lines[] = [];
  for (const node of body) {
    const place = context.placeOf(node, context.place);
    const line = context.line(place.line);
    const previous = rows.at(-1);
    const expected = columns === 0 ? (rows[0]?.cells.length ?? 0) : columns;
    const cells = withoutDoubledPipe(readCells(node, context, place), expected, line, place, collector);
    if (previous !== undefined && continuesRow(cells, columns, line, previous, context)) {
      rows[rows.length - 1] = appendToRow(previous, cells, place);
      collector.add("table-row-broken", {}, place);
    } else if (isPiped && !line.includes("|")) {
      addLine(texts, place.line);
    } else if (isDelimiterRow(line) && /:-|--/.test(line)) {
      collector.add("table-delimiter-row", {}, place);
    } else if (cells.some((cell) => cell.text !== "")) {
      rows.push({ cells, place });
    }
  }
  return collector.wrap({ rows, texts });
}

/** The cells of a row that has more pipes than one between two cells by mistake, and so more cells than the header. */
function withoutDoubledPipe(
  cells: readonly Phrase[],
  columns: number,
  line: string,
  place: Place,
  collector: Collector,
): readonly Phrase[] {
  const parts = line
    .trim()
    .replace(/^[>\s]*\||\|$/g, "")
    .split(/(?<!\\)\|/);
  const doubled = new Set(parts.flatMap((part, index) => (part === "" ? [index] : [])));
  const isFitting = columns > 0 && doubled.size > 0 && cells.length === columns + doubled.size;
  // An empty cell at the end is not a mistake.
  if (!isFitting || parts.length !== cells.length || (doubled.size === 1 && doubled.has(columns))) return cells;
  collector.add("table-row-surplus-cells", { cells: cells.length, columns }, place);
  return cells.filter((_, index) => !doubled.has(index));
}

function addLine(texts: Lines[], line: number): void {
  const last = texts.at(-1);
  if (last?.to === line) texts[texts.length - 1] = { ...last, to: line + 1 };
  else texts.push({ from: line, to: line + 1 });
}

/** Groups rows by the text above them. */
function partition(rows: readonly TableRow[], texts: readonly Lines[]): readonly (readonly TableRow[])[] {
  const starts = [0, ...texts.map(({ from }) => from)];
  const ends = [...texts.map(({ from }) => from), Infinity];
  return starts.map((start, index) =>
    rows.filter(({ place }) => place.line >= start && place.line < (ends[index] ?? Infinity)),
  );
}

function hasPipe(context: TableContext, place: Place): boolean {
  return context.line(place.line).includes("|");
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

/**
 * A row that is split over two lines: one cell, or those that the row above lacks, without a leading pipe, below a line
 * without a trailing pipe.
 */
function continuesRow(
  cells: readonly Phrase[],
  columns: number,
  line: string,
  previous: TableRow,
  context: TableContext,
): boolean {
  const isRest = cells.length === 1 || previous.cells.length + cells.length - 1 === columns;
  if (columns === 1 || !isRest || line.trimStart().startsWith("|") || isDirective(line)) return false;
  const above = context.line(previous.place.line).trim();
  return above.startsWith("|") && !above.endsWith("|");
}

function appendToRow(row: TableRow, cells: readonly Phrase[], place: Place): TableRow {
  const [first, ...rest] = cells;
  const joined = joinPhrases([...row.cells.slice(-1), ...(first === undefined ? [] : [first])], " ", place);
  return { ...row, cells: [...row.cells.slice(0, -1), joined, ...rest] };
}

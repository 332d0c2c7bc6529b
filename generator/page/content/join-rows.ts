import { createCollector, type Collector, type Result } from "../../diagnostics/diagnostic.ts";
import {
  type Block,
  type Document,
  type Phrase,
  type RowsBlock,
  type Section,
  type TableBlock,
  type TableRow,
  fitRow,
  plainPhrase,
} from "../../markdown/model.ts";
import type { Vocabulary } from "../dialect.ts";
import { VALUES_HEADING, columnKind, sectionKind } from "./vocabulary.ts";
import { bareWord, readWords, type Words } from "./words.ts";

/** The last table, and where it is. */
interface OpenTable {
  readonly section: Section;
  readonly blocks: Block[];
  readonly index: number;
  readonly table: TableBlock;
}

/**
 * Joins rows without a header to the table above them, or makes a table of them if the first one is a header of the
 * dialect.
 *
 * @param vocabulary words of the docs, which are not yet translated
 * @returns the document without blocks of rows
 */
export function joinRows(document: Document, vocabulary: Vocabulary): Result<Document> {
  if (!document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === "rows"))) return [document, []];
  const collector = createCollector();
  const state: State = { open: null, header: null, words: readWords(vocabulary) };
  const sections = document.sections.map((section) => ({ section, blocks: new Array<Block>() }));
  for (const { section, blocks } of sections) {
    for (const block of section.blocks) {
      if (block.kind === "rows") addRows(state, block, section, blocks, collector);
      else addBlock(state, block, section, blocks);
    }
  }
  return collector.wrap({ ...document, sections: sections.map(({ section, blocks }) => ({ ...section, blocks })) });
}

interface Header {
  readonly row: TableRow;
  readonly section: Section;
  readonly blocks: Block[];
}

interface State {
  readonly words: Words;
  open: OpenTable | null;
  /** A header that something separates from its rows, and where it is. */
  header: Header | null;
}

function addBlock(state: State, block: Exclude<Block, RowsBlock>, section: Section, blocks: Block[]): void {
  blocks.push(block);
  if (block.kind !== "table") return;
  state.header = null;
  state.open = { section, blocks, index: blocks.length - 1, table: block };
}

function addRows(state: State, rows: RowsBlock, section: Section, blocks: Block[], collector: Collector): void {
  const { open, header: above, words } = state;
  const [first, ...others] = rows.rows;
  if (first === undefined) return;
  const rest = others.filter((row) => row.cells[0]?.text !== first.cells[0]?.text);
  // A table without rows needs them, whatever name the first one begins with.
  const isTitled = !rows.headless && isHeader(first.cells, words) && !isEmptyAbove(first, section, open);
  state.header = isTitled && rest.length === 0 ? { row: first, section, blocks } : null;
  // A header that is repeated has no rows below its first line.
  if (state.header !== null) return;
  if (above !== null && isBelow(above, rows, isTitled)) {
    collector.add("table-delimiter-missing", {}, above.row.place);
    addBlock(state, tableOf(above.row, rows.rows, collector), above.section, above.blocks);
  } else if (isTitled) {
    collector.add("table-delimiter-missing", {}, rows.place);
    addBlock(state, tableOf(first, rest, collector), section, blocks);
  } else if (open !== null && isRowOf(rows, open, section)) {
    if (rows.columns === null && isDetached(rows, open.table))
      collector.add("table-row-detached", { line: open.table.place.line }, rows.place);
    const { header } = open.table;
    const table = { ...open.table, rows: [...open.table.rows, ...fit(rows.rows, header.length, collector)] };
    open.blocks[open.index] = table;
    state.open = { ...open, table };
  } else {
    collector.add("table-row-lost", {}, rows.place);
  }
}

function tableOf({ cells, place }: TableRow, rows: readonly TableRow[], collector: Collector): TableBlock {
  // A row that begins with the first title is the header again.
  const below = rows.filter((row) => row.cells[0]?.text !== cells[0]?.text);
  const continued = continuedTitles(cells, below);
  const own = continued.length === 0 ? below : below.slice(1);
  const header = fitHeader([...cells, ...continued], Math.min(...own.map((row) => row.cells.length)), place);
  return { kind: "table", header, rows: fit(own, header.length, collector), place };
}

/** Titles in the row below a header that is broken into two lines. */
function continuedTitles(titles: readonly Phrase[], [next, ...rows]: readonly TableRow[]): readonly Phrase[] {
  const columns = titles.length + (next?.cells.length ?? 0);
  if (next === undefined || rows.length === 0 || rows.some(({ cells }) => cells.length < columns)) return [];
  return next.cells.every(({ text }) => columnKind(text) !== null) ? next.cells : [];
}

/** Where all rows have more cells, the header lost its last titles; where they have fewer, it may have a pipe twice. */
function fitHeader(titles: readonly Phrase[], columns: number, place: TableRow["place"]): readonly Phrase[] {
  if (!Number.isFinite(columns)) return titles;
  const named = titles.filter(({ text }) => text !== "");
  if (titles.length > columns) return named.length === columns ? named : titles;
  return [...titles, ...Array.from({ length: columns - titles.length }, () => plainPhrase("", place))];
}

/** Whether anything is between the rows and the table. An include may consist of rows. */
function isDetached({ place: { file, line } }: RowsBlock, table: TableBlock): boolean {
  const last = table.rows.at(-1)?.place ?? table.place;
  return file === table.place.file && (file !== last.file || line > last.line + 1);
}

function fit(rows: RowsBlock["rows"], columns: number, collector: Collector): TableBlock["rows"] {
  return rows.map((row) => collector.pipe(fitRow(row, columns)));
}

/** Whether rows are those of a header above, from which something separates them. */
function isBelow({ row }: Header, { rows, headless }: RowsBlock, isTitled: boolean): boolean {
  return headless || (!isTitled && rows[0]?.cells.length === row.cells.length);
}

/** Whether the table above has no rows yet, and another title than a row below it. */
function isEmptyAbove({ cells }: TableRow, current: Section, open: OpenTable | null): boolean {
  if (open?.section !== current || open.table.rows.length > 0) return false;
  const { header } = open.table;
  return header.length === cells.length && header[0]?.text !== cells[0]?.text;
}

/** Whether the rows can belong to the table: they have its columns, and no heading of the dialect is between them. */
function isRowOf({ rows, headless, columns }: RowsBlock, { section, table }: OpenTable, current: Section): boolean {
  const count = table.header.length;
  const fits = columns === null ? rows[0]?.cells.length === count : columns === count;
  if (!fits || headless) return false;
  if (current === section) return true;
  const kind = sectionKind(current.heading.text);
  return kind === null ? !VALUES_HEADING.test(current.heading.text) : kind === sectionKind(section.heading.text);
}

/** Whether cells are the titles of a table of the dialect. */
function isHeader(cells: readonly Phrase[], words: Words): boolean {
  const kinds = cells.map(({ text }) => words.columns.get(bareWord(text)) ?? columnKind(text));
  const isNamed = kinds[0] === "name" || kinds[0] === "permissionType" || kinds[0] === "value";
  if (cells.length === 1) return isNamed;
  return isNamed && (kinds.slice(1).some((kind) => kind !== null) || /\bpermissions?\b/i.test(cells[1]?.text ?? ""));
}

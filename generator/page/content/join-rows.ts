import { createCollector, type Collector, type Result } from "../../diagnostics/diagnostic.ts";
import {
  type Block,
  type Document,
  type Phrase,
  type RowsBlock,
  type Section,
  type TableBlock,
  fitRow,
} from "../../markdown/model.ts";
import { columnKind, sectionKind } from "./vocabulary.ts";

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
 * @returns the document without blocks of rows
 */
export function joinRows(document: Document): Result<Document> {
  if (!document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === "rows"))) return [document, []];
  const collector = createCollector();
  const state: State = { open: null };
  const sections = document.sections.map((section) => ({ section, blocks: new Array<Block>() }));
  for (const { section, blocks } of sections) {
    for (const block of section.blocks) {
      if (block.kind === "rows") addRows(state, block, section, blocks, collector);
      else addBlock(state, block, section, blocks);
    }
  }
  return collector.wrap({ ...document, sections: sections.map(({ section, blocks }) => ({ ...section, blocks })) });
}

interface State {
  open: OpenTable | null;
}

function addBlock(state: State, block: Exclude<Block, RowsBlock>, section: Section, blocks: Block[]): void {
  blocks.push(block);
  if (block.kind === "table") state.open = { section, blocks, index: blocks.length - 1, table: block };
}

function addRows(state: State, rows: RowsBlock, section: Section, blocks: Block[], collector: Collector): void {
  const { open } = state;
  const [first, ...rest] = rows.rows;
  if (first === undefined) return;
  if (!rows.headless && isHeader(first.cells)) {
    // A header that stands twice has no rows below its first line.
    if (rest.length === 0) return;
    collector.add("table-delimiter-missing", {}, rows.place);
    const { cells: header } = first;
    const table: TableBlock = { kind: "table", header, rows: fit(rest, header.length, collector), place: rows.place };
    addBlock(state, table, section, blocks);
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

/** Whether anything is between the rows and the table. An include may consist of rows. */
function isDetached({ place: { file, line } }: RowsBlock, table: TableBlock): boolean {
  const last = table.rows.at(-1)?.place ?? table.place;
  return file === table.place.file && (file !== last.file || line > last.line + 1);
}

function fit(rows: RowsBlock["rows"], columns: number, collector: Collector): TableBlock["rows"] {
  return rows.map((row) => collector.pipe(fitRow(row, columns)));
}

/** Whether the rows can belong to the table: they have its columns, and no heading of the dialect is between them. */
function isRowOf({ rows, headless, columns }: RowsBlock, { section, table }: OpenTable, current: Section): boolean {
  const count = table.header.length;
  const fits = columns === null ? rows[0]?.cells.length === count : columns === count;
  const kind = sectionKind(current.heading.text);
  return fits && !headless && (current === section || kind === null || kind === sectionKind(section.heading.text));
}

/** Whether cells are the titles of a table of the dialect. */
function isHeader(cells: readonly Phrase[]): boolean {
  const kinds = cells.map(({ text }) => columnKind(text));
  const isNamed = kinds[0] === "name" || kinds[0] === "permissionType" || kinds[0] === "value";
  if (cells.length === 1) return isNamed;
  return isNamed && (kinds.slice(1).some((kind) => kind !== null) || /\bpermissions?\b/i.test(cells[1]?.text ?? ""));
}

import { createCollector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import { fitRow, type Phrase, type TableBlock, type TableRow } from "./model.ts";

const TAG = /<!--[\s\S]*?-->|<(\/?)(table|tr|th|td)\b([^<>]*)>/gi;
/** Cells of larger spans do not occur, and would be repeated for each row. */
const MOST_SPANS = 100;

/** The text of a table with its place, and the reader of a cell's content. */
interface HtmlTableContext {
  readonly text: string;
  readonly placeAt: (offset: number) => Place;
  readonly readCell: (text: string, place: Place) => Phrase;
}

interface HtmlCell {
  readonly text: string;
  readonly offset: number;
  readonly rows: number;
  readonly columns: number;
}

interface HtmlRow {
  readonly offset: number;
  readonly cells: HtmlCell[];
}

/**
 * Finds the end of an HTML table.
 *
 * @param text text that begins with the opening tag
 * @returns offset after the closing tag, or null if there is none
 */
export function endOfHtmlTable(text: string): number | null {
  let depth = 0;
  for (const match of text.matchAll(TAG)) {
    if (match[2]?.toLowerCase() !== "table") continue;
    depth += match[1] === "/" ? -1 : 1;
    if (depth === 0) return match.index + match[0].length;
  }
  return null;
}

/** Reads an HTML table, whose first row is the header; a cell that spans rows is part of each of them. */
export function readHtmlTable({ text, placeAt, readCell }: HtmlTableContext): Result<TableBlock> {
  const collector = createCollector();
  const [head, ...body] = expandSpans(findRows(text)).map(({ offset, cells }): TableRow => {
    const phrases = cells.map((cell) => readCell(cell.text, placeAt(cell.offset + spacesBefore(cell.text))));
    return { cells: phrases, place: placeAt(offset) };
  });
  const header = head?.cells ?? [];
  const rows = body.filter(({ cells }) => cells.some((cell) => cell.text !== ""));
  const fitted = rows.map((row) => collector.pipe(fitRow(row, header.length)));
  return collector.wrap({ kind: "table", header, rows: fitted, place: placeAt(0) });
}

function spacesBefore(text: string): number {
  return text.length - text.trimStart().length;
}

/** Finds the rows and cells. End tags are optional, as in HTML; tables inside a cell are text. */
function findRows(text: string): readonly HtmlRow[] {
  const rows: HtmlRow[] = [];
  let cell: Omit<HtmlCell, "text"> | null = null;
  for (const tag of ownTags(text)) {
    if (cell !== null) rows.at(-1)?.cells.push({ ...cell, text: text.slice(cell.offset, tag.from) });
    cell = null;
    if (tag.closes || tag.name === "table") continue;
    if (tag.name === "tr" || rows.length === 0) rows.push({ offset: tag.from, cells: [] });
    if (tag.name === "tr") continue;
    const { attributes } = tag;
    cell = { offset: tag.to, rows: spanOf(attributes, "rowspan"), columns: spanOf(attributes, "colspan") };
  }
  return rows.filter(({ cells }) => cells.length > 0);
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
  readonly from: number;
  readonly to: number;
}

/** Tags of the outer table. */
function ownTags(text: string): readonly Tag[] {
  let depth = 0;
  return [...text.matchAll(TAG)].flatMap((match) => {
    const [all, slash, word, attributes = ""] = match;
    if (word === undefined) return [];
    const [name, closes] = [word.toLowerCase(), slash === "/"];
    const before = depth;
    if (name === "table") depth += closes ? -1 : 1;
    if (Math.max(before, depth) > 1) return [];
    return [{ name, closes, attributes, from: match.index, to: match.index + all.length }];
  });
}

function spanOf(attributes: string, name: string): number {
  const span = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,3})`, "i").exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(span, 1), MOST_SPANS);
}

/** Repeats a cell in each row that it spans, and adds empty cells for the further columns that it spans. */
function expandSpans(rows: readonly HtmlRow[]): readonly HtmlRow[] {
  const open = new Map<number, HtmlCell>();
  return rows.map(({ offset, cells }) => {
    const expanded: HtmlCell[] = [];
    const queue = [...cells];
    for (let column = 0; queue.length > 0 || open.has(column); column++) {
      const above = open.get(column);
      const cell = above ?? queue.shift();
      if (cell === undefined) break;
      expanded.push(cell);
      if (cell.rows > 1) open.set(column, { ...cell, rows: cell.rows - 1 });
      else open.delete(column);
      if (cell.columns > 1) queue.unshift({ ...cell, text: "", rows: 1, columns: cell.columns - 1 });
    }
    return { offset, cells: expanded };
  });
}

/** Converts the content of an HTML cell to one line of Markdown. */
export function cellMarkdown(html: string): string {
  return html
    .replace(/\s+/g, " ")
    .replace(/<a\b[^<>]*?\bhref\s*=\s*["']?([^"'\s<>]+)["']?[^<>]*>([^<>]*)<\/a>/gi, "[$2]($1)")
    .replace(/<code\b[^<>]*>([^<>`]+)<\/code>/gi, "`$1`")
    .trim();
}

import type { AlignType, Table, TableCell, TableRow } from "mdast";
import { lineAt, lineEnd, pointAt, type Layout } from "./lines.ts";
import { endOfWords, splitRow, trimmed, type CellSpan } from "./line.ts";
import type { Region } from "./regions.ts";
import { readPhrasing, type PhrasingContext } from "./deferred.ts";

/**
 * Reads a table whose rows all begin with a pipe.
 *
 * @param page the page
 * @param region lines of the table
 * @param context definitions of the page and deferred phrasing content
 */
export function readTableRegion(page: Layout, { from, to }: Region, context: PhrasingContext): Table {
  const children: TableRow[] = [];
  for (let row = from; row < to; row++) if (row !== from + 1) children.push(readRow(page, row, context));
  const position = { start: pointAt(page, from, 0), end: lineEnd(page, to - 1) };
  return { type: "table", align: alignOf(lineAt(page, from + 1)), children, position };
}

function alignOf(delimiter: string): AlignType[] {
  return splitRow(delimiter).map(({ start, end }) => {
    const mark = delimiter.slice(start + 1, end).replace(/[|\s]/g, "");
    const [left, right] = [mark.startsWith(":"), mark.endsWith(":")];
    if (left) return right ? "center" : "left";
    return right ? "right" : null;
  });
}

function readRow(page: Layout, row: number, context: PhrasingContext): TableRow {
  const children = splitRow(lineAt(page, row)).map((cell) => readCell(page, row, cell, context));
  return { type: "tableRow", children, position: { start: pointAt(page, row, 0), end: lineEnd(page, row) } };
}

/** Reads the text between two pipes, without surrounding spaces. */
function readCell(page: Layout, row: number, { start, end }: CellSpan, context: PhrasingContext): TableCell {
  const line = lineAt(page, row);
  const last = endOfWords(line) - 1;
  const closing = line.charAt(last) === "|" ? last : line.length;
  const { text, before } = trimmed(line.slice(start + 1, Math.min(end, closing)));
  const children = readPhrasing(context, "phrase", { text, lines: [pointAt(page, row, start + 1 + before)] });
  return {
    type: "tableCell",
    children,
    position: { start: pointAt(page, row, start), end: pointAt(page, row, end) },
  };
}

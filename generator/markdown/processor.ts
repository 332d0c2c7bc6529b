import type { AlignType, PhrasingContent, Root, RootContent, TableCell, TableRow } from "mdast";
import { outline, splitRow, type CellSpan, type Region } from "./outline.ts";
import { isPlain, paragraphAt, phraseAt, plainText, preparePieces, type Piece } from "./phrasing.ts";
import { parsePage, parsePart } from "./remark.ts";
import { shifted, type Shift } from "./shift.ts";

/** Marks of what makes one part of a text depend on another: definitions, line ends of another kind. */
const BINDS = /\]:|[\r\0]/;

/**
 * Parses Markdown with GFM and YAML front matter into mdast; never fails. The tree is the one that remark makes, at a
 * third of the cost: blocks whose borders are plain to see are not taken apart letter by letter, and phrases that came
 * up before are not parsed again.
 */
export function parseMarkdown(text: string): Root {
  if (BINDS.test(text)) return parsePage(text);
  const page = layOut(text);
  const regions = outline(page.lines);
  if (regions === null || !preparePieces(regions.flatMap((region) => piecesOf(page, region)))) return parsePage(text);
  const children = regions.flatMap((region) => readRegion(page, region));
  return { type: "root", children, position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(page) } };
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;
type Depth = (typeof DEPTHS)[number];

interface Layout {
  readonly lines: readonly string[];
  /** Offset of each line's first character. */
  readonly starts: readonly number[];
}

function layOut(text: string): Layout {
  const lines = text.split("\n");
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return { lines, starts };
}

function endOf(page: Layout): Shift {
  return pointAt(page, page.lines.length - 1, page.lines.at(-1)?.length ?? 0);
}

/** The point at a character of a line, both counted from 0. */
function pointAt({ starts }: Layout, line: number, character: number): Shift {
  return { line: line + 1, column: character + 1, offset: (starts[line] ?? 0) + character };
}

function lineAt({ lines }: Layout, line: number): string {
  return lines[line] ?? "";
}

function textOf({ lines }: Layout, from: number, to: number): string {
  return to === from + 1 ? (lines[from] ?? "") : lines.slice(from, to).join("\n");
}

/** What of a region has to be parsed. */
function piecesOf(page: Layout, region: Region): readonly Piece[] {
  switch (region.kind) {
    case "heading":
      return phrasePiece(headingText(lineAt(page, region.from)).text);
    case "table":
      return rowsOf(region).flatMap((row) => {
        const line = lineAt(page, row);
        return splitRow(line).flatMap((cell) => phrasePiece(cellText(line, cell).text));
      });
    case "paragraph": {
      const text = textOf(page, region.from, region.to);
      return isPlainParagraph(text) ? [] : [{ kind: "paragraph", text }];
    }
    case "yaml":
    case "fence":
    case "comment":
    case "rule":
    case "other":
      return [];
  }
}

function phrasePiece(text: string): readonly Piece[] {
  return text === "" || isPlain(text) ? [] : [{ kind: "phrase", text }];
}

function isPlainParagraph(text: string): boolean {
  return isPlain(text) && !text.endsWith(" ");
}

function readRegion(page: Layout, region: Region): readonly RootContent[] {
  const position = { start: pointAt(page, region.from, 0), end: lineEnd(page, region.to - 1) };
  switch (region.kind) {
    case "yaml":
      return [{ type: "yaml", value: textOf(page, region.from + 1, region.to - 1), position }];
    case "fence":
      return [{ type: "code", ...fenceInfo(lineAt(page, region.from)), value: fenceValue(page, region), position }];
    case "comment":
      return [{ type: "html", value: textOf(page, region.from, region.to), position }];
    case "rule":
      return [{ type: "thematicBreak", position }];
    case "heading": {
      const { depth, text, start } = headingText(lineAt(page, region.from));
      return [{ type: "heading", depth, children: phraseAt(text, pointAt(page, region.from, start)), position }];
    }
    case "table":
      return [
        { type: "table", align: alignOf(lineAt(page, region.from + 1)), children: readRows(page, region), position },
      ];
    case "paragraph":
      return readParagraph(page, region);
    case "other":
      return readOther(page, region);
  }
}

function readOther(page: Layout, { from, to }: Region): readonly RootContent[] {
  const text = textOf(page, from, to);
  if (from === 0) return parsePage(text).children;
  return parsePart(text).children.map((node) =>
    shifted(node, { line: from, column: 0, offset: page.starts[from] ?? 0 }),
  );
}

function lineEnd(page: Layout, line: number): Shift {
  return pointAt(page, line, lineAt(page, line).length);
}

function fenceInfo(line: string): { readonly lang: string | null; readonly meta: string | null } {
  const match = /^(?:`+|~+)[ \t]*(\S*)[ \t]*(.*?)[ \t]*$/.exec(line);
  const [lang = "", meta = ""] = match?.slice(1) ?? [];
  return { lang: lang === "" ? null : lang, meta: meta === "" ? null : meta };
}

function fenceValue(page: Layout, { from, to }: Region): string {
  return to - from > 2 ? textOf(page, from + 1, to - 1) : "";
}

/** Depth, words and the place of the words of a heading. */
function headingText(line: string): { readonly depth: Depth; readonly text: string; readonly start: number } {
  const depth = /^#+/.exec(line)?.[0].length ?? 0;
  const inner = line.slice(depth);
  const start = depth + inner.length - inner.trimStart().length;
  return { depth: DEPTHS.find((item) => item === depth) ?? 6, text: inner.trim(), start };
}

function readParagraph(page: Layout, region: Region): readonly RootContent[] {
  const text = textOf(page, region.from, region.to);
  const start = pointAt(page, region.from, 0);
  if (!isPlainParagraph(text)) return [paragraphAt(text, start)].flatMap((node) => node ?? []);
  const end = lineEnd(page, region.from);
  return [{ type: "paragraph", children: [plainText(text, start)], position: { start, end } }];
}

/** Lines of the header and of the body. */
function rowsOf({ from, to }: Region): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index).filter((row) => row !== from + 1);
}

function alignOf(delimiter: string): AlignType[] {
  return splitRow(delimiter).map(({ start, end }) => {
    const mark = delimiter.slice(start + 1, end).replace(/[|\s]/g, "");
    const [left, right] = [mark.startsWith(":"), mark.endsWith(":")];
    if (left) return right ? "center" : "left";
    return right ? "right" : null;
  });
}

function readRows(page: Layout, region: Region): TableRow[] {
  return rowsOf(region).map((row) => {
    const line = lineAt(page, row);
    const children = splitRow(line).map((cell) => readCell(page, row, line, cell));
    return { type: "tableRow", children, position: { start: pointAt(page, row, 0), end: lineEnd(page, row) } };
  });
}

function readCell(page: Layout, row: number, line: string, cell: CellSpan): TableCell {
  const { text, start } = cellText(line, cell);
  const children: PhrasingContent[] = phraseAt(text, pointAt(page, row, start));
  const position = { start: pointAt(page, row, cell.start), end: pointAt(page, row, cell.end) };
  return { type: "tableCell", children, position };
}

/** What stands between the pipes, and where it begins. */
function cellText(line: string, { start, end }: CellSpan): { readonly text: string; readonly start: number } {
  const inner = line.slice(start + 1, end).replace(/\|[ \t]*$/, "");
  return { text: inner.trim(), start: start + 1 + (inner.length - inner.trimStart().length) };
}

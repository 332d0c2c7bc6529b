import type { Code, Heading, Paragraph, RootContent, Table } from "mdast";
import { createCollector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import { repairTable } from "./broken-table.ts";
import { cutSpaces, linesOf, parseAgain, placeAt, placeOf, type CutLine, type FlowContext } from "./flow-context.ts";
import type { Flow } from "./flow-model.ts";
import { isDelimiterRow, splitPipeLines, type Segment } from "./pipe-lines.ts";
import { readRows, readTable, type TableContext } from "./table.ts";

/** Parses lines of a text again; `from` is the index of the first one in the text. */
export type ReadAgain = (context: FlowContext, lines: readonly CutLine[], from: number) => Result<readonly Flow[]>;

/** Reads a GFM table, and the text between its rows. */
export function readTableFlow(context: FlowContext, node: Table, read: ReadAgain): Result<readonly Flow[]> {
  const collector = createCollector();
  const start = (node.position?.start.line ?? 1) - 1;
  const flows = collector.pipe(readTable(node, tableContext(context, placeOf(context, node)))).flatMap((part) => {
    if (part.kind !== "text") return [{ kind: "block", block: part } satisfies Flow];
    const from = part.from - 1 - context.lineOffset;
    const lines = linesOf(context, node).slice(from - start, part.to - part.from + from - start);
    return collector.pipe(read(context, lines.map(withoutMark), from));
  });
  return collector.wrap(flows);
}

/** `:::image` and `::: moniker` are not content. */
function withoutMark(line: CutLine): CutLine {
  return line.text.startsWith(":::") ? { ...line, text: "" } : line;
}

function tableContext(context: FlowContext, place: Place): TableContext {
  return {
    definitions: context.definitions,
    place,
    placeOf: (inner, fallback) => placeOf(context, inner, fallback),
    line: (number) => context.lines[number - context.lineOffset - 1] ?? "",
  };
}

/** Reads a paragraph or heading that contains rows of a table; null for any other one. */
export function readPipeLines(
  context: FlowContext,
  node: Paragraph | Heading,
  read: ReadAgain,
): Result<readonly Flow[]> | null {
  const { position } = node;
  if (position === undefined || !hasPipe(context, position.start.line, position.end.line)) return null;
  // The last line of a heading below its text consists of dashes.
  const lines = node.type === "heading" ? linesOf(context, node).slice(0, -1) : linesOf(context, node);
  const segments = splitPipeLines(lines.map(({ text }) => text));
  if (segments === null) return null;
  const collector = createCollector();
  const start = position.start.line - 1;
  const isWhole = segments.length === 1;
  const flows = segments.flatMap((segment) => {
    const part = { ...segment, from: start + segment.from, to: start + segment.to };
    return collector.pipe(readSegment(context, part, lines.slice(segment.from, segment.to), isWhole, read));
  });
  return collector.wrap(flows);
}

function hasPipe({ lines }: FlowContext, from: number, to: number): boolean {
  for (let line = from - 1; line < to; line++) if (lines[line]?.includes("|") === true) return true;
  return false;
}

function readSegment(
  context: FlowContext,
  segment: Segment,
  lines: readonly CutLine[],
  isWhole: boolean,
  read: ReadAgain,
): Result<readonly Flow[]> {
  if (segment.kind === "text") return read(context, lines, segment.from);
  if (segment.kind === "rows") return readRowsFlow(context, lines, segment, read);
  const repaired = repairTable(lines.map(({ text }) => text));
  // A paragraph that is a table already would be parsed as a paragraph again.
  if (repaired === null) {
    return isWhole ? readRowsFlow(context, lines, segment, read) : read(context, lines, segment.from);
  }
  const collector = createCollector();
  collector.add("table-delimiter-row", {}, { ...placeAt(context, segment.from + repaired.row, 0), column: 1 });
  const matching = repaired.lines.map((text, index) => ({ text, shift: lines[index]?.shift ?? 0 }));
  return collector.wrap(collector.pipe(read(context, matching, segment.from)));
}

/** The rows are parsed below a header of one column. */
const HEADER: readonly CutLine[] = [
  { text: "| |", shift: 0 },
  { text: "|-|", shift: 0 },
];

function readRowsFlow(
  { file, lineOffset, definitions, ...outer }: FlowContext,
  lines: readonly CutLine[],
  { from, headless }: Pick<Segment, "from" | "headless">,
  read: ReadAgain,
): Result<readonly Flow[]> {
  const all = [...HEADER, ...lines];
  const texts = all.map(({ text }) => text);
  const [table, next] = parseAgain(texts.join("\n"), definitions);
  if (table?.type !== "table") return [[], []];
  const shifts = all.map(({ shift }) => shift);
  const context = { file, lines: texts, lineOffset: lineOffset + from - HEADER.length, shifts, definitions };
  const collector = createCollector();
  const place = placeAt(context, HEADER.length, 0);
  const block = collector.pipe(readRows(table, headless, tableContext(context, place)));
  const flows: Flow[] = block.rows.length === 0 ? [] : [{ kind: "block", block }];
  const rest = (next?.position?.start.line ?? Infinity) - 1 - HEADER.length;
  if (rest >= lines.length) return collector.wrap(flows);
  const after = read({ file, lineOffset, definitions, ...outer }, lines.slice(rest), from + rest);
  return collector.wrap([...flows, ...collector.pipe(after)]);
}

/**
 * Reads a list, quote or footnote that a row of a table follows without a blank line, which Markdown reads as a line of
 * its last paragraph; null if there is no such row.
 */
export function readLazyRows(context: FlowContext, node: RootContent, read: ReadAgain): Result<readonly Flow[]> | null {
  const { position } = node;
  if (position === undefined) return null;
  const [from, to] = [position.start.line - 1, position.end.line];
  let at = from + 1;
  while (at < to && !/^ ?\|/.test(context.lines[at] ?? "")) at++;
  if (at >= to) return null;
  const collector = createCollector();
  const cut = (line: string, index: number): CutLine => ({ text: line, shift: context.shifts[from + index] ?? 0 });
  const lines = context.lines.slice(from, to).map(cut);
  const [above, rows] = [lines.slice(0, at - from), lines.slice(at - from)];
  const flows = [...collector.pipe(read(context, above, from)), ...collector.pipe(read(context, rows, at))];
  return collector.wrap(flows);
}

/**
 * Reads the lines that follow a footnote without a blank line and without an indent, which Markdown reads as a part of
 * its paragraph. Nothing else is read of a footnote.
 */
export function readLazyText(context: FlowContext, node: RootContent, read: ReadAgain): Result<readonly Flow[]> {
  const { position } = node;
  if (position === undefined) return [[], []];
  const [from, to] = [position.start.line, position.end.line];
  let at = from;
  while (at < to && /^(?:\s|$)/.test(context.lines[at] ?? "")) at++;
  if (at >= to) return [[], []];
  const lines = context.lines.slice(at, to);
  return read(
    context,
    lines.map((text, index) => ({ text, shift: context.shifts[at + index] ?? 0 })),
    at,
  );
}

/** Reads indented code that consists of rows of a table; null for any other code. */
export function readIndentedTable(context: FlowContext, node: Code, read: ReadAgain): Result<readonly Flow[]> | null {
  const { position } = node;
  if (position === undefined || /^[\s>]*(?:`{3}|~{3})/.test(context.lines[position.start.line - 1] ?? "")) return null;
  const [first = "", ...rows] = node.value.split("\n").map((line) => line.trimStart());
  const texts = [first, ...rows];
  // A header may lack its first pipe.
  const isHeader = first.startsWith("|") || (first.includes("|") && isDelimiterRow(rows[0] ?? ""));
  if (!isHeader || !rows.every((text) => text.startsWith("|"))) return null;
  const from = position.start.line - 1;
  const lines = texts.map((text, index) => {
    const line = context.lines[from + index] ?? "";
    return cutSpaces(line, Math.max(0, line.length - text.length), context.shifts[from + index]);
  });
  const collector = createCollector();
  collector.add("table-indented", {}, placeOf(context, node));
  return collector.wrap(collector.pipe(read(context, lines, from)));
}

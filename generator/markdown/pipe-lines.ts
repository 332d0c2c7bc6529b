/** Lines of a paragraph, counted from 0; `from` is inclusive and `to` is exclusive. */
export interface Segment {
  /** `table`: a header, a delimiter row and more lines; `rows`: rows without a header. */
  readonly kind: "text" | "table" | "rows";
  readonly from: number;
  readonly to: number;
  /** A delimiter row without a header is above the rows. */
  readonly headless: boolean;
}

const DELIMITER = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;
/** Longer lines are not delimiter rows. */
const LONGEST = 2000;

/** Whether a line is the delimiter row of a table with a pipe. */
export function isDelimiterRow(line: string): boolean {
  return line.length <= LONGEST && DELIMITER.test(line);
}

/** Whether a line is a row of a table: it begins with a pipe, or it ends with one and has at least two more. */
function isRow(line: string): boolean {
  const text = line.trim();
  return text.startsWith("|") || (text.endsWith("|") && text.split("|", 4).length === 4);
}

/**
 * Finds the tables and rows in a paragraph that GFM does not parse as a table.
 *
 * @returns segments that cover all lines, or null for a paragraph without any row
 */
export function splitPipeLines(lines: readonly string[]): readonly Segment[] | null {
  if (!lines.some((line) => line.includes("|") && (isRow(line) || isDelimiterRow(line)))) return null;
  const delimiter = lines.findIndex(isDelimiterRow);
  if (delimiter === -1) return splitRuns(lines, 0, lines.length);
  const hasHeader = delimiter > 0 && lines[delimiter - 1]?.includes("|") === true;
  if (hasHeader) {
    const table: Segment = { kind: "table", from: delimiter - 1, to: lines.length, headless: false };
    return [...splitRuns(lines, 0, delimiter - 1), table];
  }
  const [first, ...more] = splitRuns(lines, delimiter + 1, lines.length);
  const rows = first?.kind === "rows" ? [{ ...first, headless: true }, ...more] : [first ?? [], more].flat();
  return [...splitRuns(lines, 0, delimiter), ...rows];
}

/** Groups adjacent rows, and adjacent lines of text. A line below a row that is not closed continues the row. */
function splitRuns(lines: readonly string[], from: number, to: number): readonly Segment[] {
  const segments: Segment[] = [];
  for (let at = from; at < to; at++) {
    const last = segments.at(-1);
    const isBeside = last?.kind === "rows" || isRow(lines[at + 1] ?? "");
    const isPart =
      isRow(lines[at] ?? "") || (isBeside && endsRow(lines, at)) || (last?.kind === "rows" && continues(lines, at));
    const kind = isPart ? "rows" : "text";
    if (last?.kind === kind) segments[segments.length - 1] = { ...last, to: at + 1 };
    else segments.push({ kind, from: at, to: at + 1, headless: false });
  }
  return segments;
}

/** Whether a line lacks only its first pipe. */
function endsRow(lines: readonly string[], at: number): boolean {
  const text = lines[at]?.trim() ?? "";
  return text.endsWith("|") && text.split("|", 3).length === 3;
}

function continues(lines: readonly string[], at: number): boolean {
  return lines[at - 1]?.trimEnd().endsWith("|") === false && !isDirective(lines[at] ?? "");
}

/** Whether a line is a directive of the dialect: an include, an alert, or `:::`. */
export function isDirective(line: string): boolean {
  return /^\s*(?:\[!|:::|<)/.test(line);
}

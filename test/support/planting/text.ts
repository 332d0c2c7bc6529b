/** Lines of a page; indexes count from 0. */
export type Lines = readonly string[];

/** A page in which nothing is wrong yet, beside all others. */
export interface CleanPage {
  readonly path: string;
  readonly lines: Lines;
  /** Texts of all pages by path. */
  readonly docs: ReadonlyMap<string, string>;
}

/** A page with a mistake, and where it should be found. */
export interface Planted {
  readonly lines: Lines;
  /** Counted from 1. */
  readonly line: number;
  /** Where it should be found in another file than the one that is changed. */
  readonly foundIn?: string;
  /** Where the changed text is to stand, when it is a further page. */
  readonly writtenTo?: string;
}

/** Puts a mistake into a page; null where the page is not fit for it. */
export type Plant = (page: CleanPage) => Planted | null;

/** Replaces a line by others. */
export function replaceAt(lines: Lines, index: number, ...others: readonly string[]): Lines {
  return [...lines.slice(0, index), ...others, ...lines.slice(index + 1)];
}

/** Changes the line at an index; null where there is none or nothing changes. The mistake is found in it. */
export function edit(lines: Lines, index: number, change: (line: string) => string): Planted | null {
  const before = lines[index];
  const after = before === undefined ? undefined : change(before);
  return after === undefined || after === before ? null : { lines: replaceAt(lines, index, after), line: index + 1 };
}

/** Puts lines after an index; the mistake is found in the first of them. */
export function insertAfter(lines: Lines, index: number, ...added: readonly string[]): Planted | null {
  const line = lines[index];
  return line === undefined ? null : { lines: replaceAt(lines, index, line, ...added), line: index + 2 };
}

/** Writes a line a second time; the mistake is found in the second. */
export function double(lines: Lines, index: number): Planted | null {
  return insertAfter(lines, index, lines[index] ?? "");
}

/** Takes lines out; the mistake is found at a line, counted from 1. */
export function cut(lines: Lines, from: number, to: number, line: number): Planted | null {
  return from < 0 || to <= from ? null : { lines: [...lines.slice(0, from), ...lines.slice(to)], line };
}

/** Index of the first line that matches, from `from` to before `to`; -1 without one. */
export function findLine(lines: Lines, pattern: RegExp, [from, to]: Range = [0, lines.length]): number {
  return lines.findIndex((line, index) => index >= from && index < to && pattern.test(line));
}

export type Range = readonly [from: number, to: number];

/** Lines of a section, from its heading to before the next one of its depth; an empty range without one. */
export function sectionOf(lines: Lines, heading: RegExp): Range {
  const outside = outsideFences(lines);
  const start = outside.findIndex((line) => heading.test(line));
  const depth = /^#+/.exec(lines[start] ?? "")?.[0].length ?? 0;
  const next = outside.findIndex((line, index) => index > start && depthOf(line) > 0 && depthOf(line) <= depth);
  return start === -1 ? [0, 0] : [start, next === -1 ? lines.length : next];
}

function depthOf(line: string): number {
  return /^#+(?= )/.exec(line)?.[0].length ?? 0;
}

export function outsideFences(lines: Lines): Lines {
  let inside = false;
  return lines.map((line) => {
    const isFence = /^\s*```/.test(line);
    const kept = inside || isFence ? "" : line;
    if (isFence) inside = !inside;
    return kept;
  });
}

/** Indexes of the rows of the first table of a section that has so many columns, where all are plain. */
export function rowsOf(lines: Lines, heading: RegExp, columns: number): readonly number[] {
  const range = sectionOf(lines, heading);
  const delimiter = findLine(lines, /^\|\s*:?-[-:|\s]*\|$/, range);
  if (delimiter === -1 || cellsOf(lines[delimiter] ?? "").length !== columns) return [];
  const rows: number[] = [];
  for (let index = delimiter + 1; index < range[1] && (lines[index] ?? "").startsWith("|"); index++) rows.push(index);
  return rows.every((row) => cellsOf(lines[row] ?? "").length === columns) ? rows : [];
}

/** Cells of a row that begins and ends with a pipe. */
export function cellsOf(row: string): readonly string[] {
  return /^\|.*\|$/.test(row.trimEnd()) ? row.trimEnd().slice(1, -1).split("|") : [];
}

/** A row with another text in one cell. */
export function withCell(row: string, column: number, text: string): string {
  return `|${cellsOf(row)
    .map((cell, index) => (index === column ? text : cell))
    .join("|")}|`;
}

/** A fence: the line that opens it, its first line with text, and the line that closes it. */
export interface Fence {
  readonly open: number;
  readonly first: number;
  readonly close: number;
}

/** The first fence whose first line matches. */
export function fenceOf(lines: Lines, firstLine: RegExp, range: Range = [0, lines.length]): Fence | null {
  let open = -1;
  for (let index = range[0]; index < range[1]; index++) {
    if (!(lines[index] ?? "").startsWith("```")) continue;
    const first = findLine(lines, /\S/, [open + 1, index]);
    if (open !== -1 && first !== -1 && firstLine.test(lines[first] ?? "")) return { open, first, close: index };
    open = open === -1 ? index : -1;
  }
  return null;
}

/** Where the JSON of a message stands: its opening brace and its closing one, each on a line of its own. */
export function bodyOf(lines: Lines, fence: Fence | null): Range | null {
  if (fence === null) return null;
  const from = findLine(lines, /^\{\s*$/, [fence.first, fence.close]);
  const ends = lines.findLastIndex((line, index) => index > from && index < fence.close && /^\}\s*$/.test(line));
  return from === -1 || ends === -1 ? null : [from, ends];
}

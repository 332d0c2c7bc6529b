import { definitionIn, isBlank, itemAt, quotedAt, splitRow } from "./line.ts";

/** A range of lines, counted from 0; `from` is inclusive and `to` is exclusive. */
export interface Region {
  readonly kind: RegionKind;
  readonly from: number;
  readonly to: number;
}

/** `other` is passed to remark unchanged; the other kinds are blocks that one or two lines identify. */
export type RegionKind =
  "yaml" | "fence" | "comment" | "rule" | "heading" | "table" | "definition" | "paragraph" | "quote" | "list" | "other";

const YAML_FENCE = /^---[ \t]*$/;
const FENCE = /^(`{3,}|~{3,})[ \t]*[^\s`&\\]*(?:[ \t]+[^`&\\]*)?$/;
const HEADING = /^#{1,6}[ \t]/;
const PLAIN_HEADING = /^#{1,6} [^\t]*[^\s#][ ]*$/;
const COMMENT = /^<!--(?!-?>)/;
const RULE = /^(?:-{3,}|\*{3,})$/;
const DELIMITER = /^\| *:?-+:? *(?:\| *:?-+:? *)*\|? *$/;
/** Begins a paragraph after a blank line: not a list, quote, heading, rule, table or HTML. */
const PARAGRAPH = /^(?:[^\s\-+*>\d#|<=`~:_]|\*{1,2}[^\s*]|`[^`]|\d+[^\s\d.)]|_[^_\s])/;
/** Begins a block that continues over blank lines, at any indentation. */
const OPENS_ENDLESS = /^[\s>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:`{3}|~{3}|<(?:[!?]|script|pre|style|textarea))/i;
const HTML = /^ {0,3}</;
/** HTML in a list or quote, or deeper below one. */
const INNER_HTML = /^[\s>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*</;

/**
 * Finds the top-level blocks of a page. Each region can be parsed separately: no block is open at its beginning, and
 * later lines cannot change it.
 *
 * @param lines lines of a text
 * @returns regions in reading order, or null if front matter is not closed
 */
export function findRegions(lines: readonly string[]): readonly Region[] | null {
  if (YAML_FENCE.test(lines[0] ?? "") && endOfYaml(lines, 0) === null) return null;
  const regions: Region[] = [];
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const region = regionAt(lines, at);
    // Fewer kinds of blocks can begin directly below a block than after a blank line, so remark must parse both.
    const last = regions.at(-1);
    const isBelow = last?.to === at && last.kind !== "yaml" && !isBlank(lines[at - 1]);
    const above = region.kind === "other" && isBelow ? regions.pop() : undefined;
    regions.push({ ...region, from: above?.from ?? region.from });
    at = region.to;
  }
  return regions;
}

function regionAt(lines: readonly string[], from: number): Region {
  for (const readEnd of READERS) {
    const end = readEnd(lines, from);
    if (end !== null) return { kind: end.kind, from, to: end.to };
  }
  return { kind: "other", from, to: endOfOther(lines, from) };
}

type End = Pick<Region, "kind" | "to"> | null;

const READERS = [
  endOfYaml,
  endOfFence,
  endOfComment,
  endOfLine,
  endOfTable,
  endOfDefinition,
  endOfParagraph,
  endOfQuote,
  endOfList,
];

function endOfYaml(lines: readonly string[], from: number): End {
  if (from !== 0 || !YAML_FENCE.test(lines[0] ?? "")) return null;
  const close = lines.findIndex((line, index) => index > 0 && YAML_FENCE.test(line));
  return close === -1 ? null : { kind: "yaml", to: close + 1 };
}

function endOfFence(lines: readonly string[], from: number): End {
  if (!FENCE.test(lines[from] ?? "")) return null;
  const marker = /^(?:`+|~+)/.exec(lines[from] ?? "")?.[0] ?? "";
  const close = new RegExp(`^ {0,3}${marker}${marker.charAt(0)}*[ \t]*$`);
  for (let at = from + 1; at < lines.length; at++) {
    if (close.test(lines[at] ?? "")) return { kind: "fence", to: at + 1 };
  }
  return null;
}

function endOfComment(lines: readonly string[], from: number): End {
  if (!COMMENT.test(lines[from] ?? "")) return null;
  for (let at = from; at < lines.length; at++) {
    if (lines[at]?.includes("-->") === true) return { kind: "comment", to: at + 1 };
  }
  return null;
}

function endOfLine(lines: readonly string[], from: number): End {
  const line = lines[from] ?? "";
  if (PLAIN_HEADING.test(line)) return { kind: "heading", to: from + 1 };
  return RULE.test(line) && from > 0 ? { kind: "rule", to: from + 1 } : null;
}

/** A table whose rows begin with a pipe and contain no escaped pipe, followed by a blank line. */
function endOfTable(lines: readonly string[], from: number): End {
  const header = lines[from] ?? "";
  if (!header.startsWith("|")) return null;
  const delimiter = lines[from + 1] ?? "";
  if (!DELIMITER.test(delimiter) || splitRow(header).length !== splitRow(delimiter).length) return null;
  let to = from;
  while (lines[to]?.startsWith("|") === true) to++;
  const isClosed = isBlank(lines[to]);
  return isClosed && lines.slice(from, to).every(isPlainRow) ? { kind: "table", to } : null;
}

/** A row in which every pipe separates cells; a pipe with nothing but spaces is not a row. */
function isPlainRow(line: string): boolean {
  return /^\|[^|]/.test(line) && /^\|[ \t]*[^ \t]/.test(line) && !line.includes("\\|");
}

/** A definition whose next line cannot be its title. */
function endOfDefinition(lines: readonly string[], from: number): End {
  if (definitionIn(lines[from] ?? "") === null) return null;
  const next = lines[from + 1];
  const isWhole = isBlank(next) || endsAny(next ?? "") || definitionIn(next ?? "") !== null;
  return isWhole ? { kind: "definition", to: from + 1 } : null;
}

/** Whether a region may contain definitions that only remark finds; they occur where a paragraph can begin. */
export function hidesDefinition(lines: readonly string[], { kind, from, to }: Region): boolean {
  if (kind !== "other" && kind !== "paragraph" && kind !== "quote" && kind !== "list") return false;
  const isOpen = kind !== "paragraph" || lines[from]?.startsWith("[") === true;
  return isOpen && lines.slice(from, to).some((line) => line.includes("]:"));
}

/** Lines up to a blank line or a block that interrupts a paragraph; null if a line may be anything but prose. */
function endOfParagraph(lines: readonly string[], from: number): End {
  if (!PARAGRAPH.test(lines[from] ?? "")) return null;
  let to = from + 1;
  while (to < lines.length && !isBlank(lines[to]) && !endsParagraph(lines[to] ?? "")) {
    if (!PARAGRAPH.test(lines[to] ?? "")) return null;
    to++;
  }
  return { kind: "paragraph", to };
}

/** Whether a line begins a block that interrupts a paragraph. */
function endsParagraph(line: string): boolean {
  return endsAny(line) || line.startsWith(">") || /^[-*+] {1,4}[^\s]/.test(line);
}

/** A block quote that contains only paragraphs. */
function endOfQuote(lines: readonly string[], from: number): End {
  let to = from;
  for (; to < lines.length && !isBlank(lines[to]) && !endsAny(lines[to] ?? ""); to++) {
    const line = lines[to] ?? "";
    const at = quotedAt(line);
    const isOuter = to === from || closesQuote(lines[to + 1]);
    if (at === null || (at === line.length ? isOuter : !PARAGRAPH.test(line.slice(at)))) return null;
  }
  return to === from ? null : { kind: "quote", to };
}

function closesQuote(next: string | undefined): boolean {
  return !next?.startsWith(">");
}

/** A list with one line for each item, after which the list is closed. */
function endOfList(lines: readonly string[], from: number): End {
  const marker = lines[from]?.charAt(0) ?? "";
  let to = from;
  for (; to < lines.length && !isBlank(lines[to]) && !endsAny(lines[to] ?? ""); to++) {
    if (!isItemOf(lines[to] ?? "", marker)) return null;
  }
  let next = to;
  while (next < lines.length && isBlank(lines[next])) next++;
  const isOver = next === lines.length || closesAll(lines[next] ?? "");
  return to > from && isOver ? { kind: "list", to } : null;
}

function isItemOf(line: string, marker: string): boolean {
  const at = itemAt(line);
  return at !== null && line.startsWith(marker) && PARAGRAPH.test(line.slice(at));
}

/** Whether a line closes every open list, quote and paragraph. */
function endsAny(line: string): boolean {
  return HEADING.test(line) || FENCE.test(line) || COMMENT.test(line);
}

/**
 * The first line at which no block can be open. Fences and HTML that continue over blank lines extend to the end of the
 * text.
 */
function endOfOther(lines: readonly string[], from: number): number {
  let html = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (at > from && !html && endsAny(line)) return at;
    // Whether HTML directly below a list belongs to the list depends on the lines after it.
    if (OPENS_ENDLESS.test(line) || (at > from && INNER_HTML.test(line))) return lines.length;
    html ||= HTML.test(line);
    const next = lines[at + 1];
    // Indented code includes the spaces of blank lines below it.
    if (isBlank(line) && next !== undefined && closesAll(next)) return at + 1;
  }
  return lines.length;
}

/**
 * Whether a line after a blank line cannot belong to an open list, and is parsed as it is at the beginning of a text: in
 * a quote below indented code, remark takes lists only where they can interrupt a paragraph.
 */
function closesAll(line: string): boolean {
  return PARAGRAPH.test(line.slice(quotedAt(line) ?? 0)) || /^[#|<]/.test(line) || endsAny(line);
}

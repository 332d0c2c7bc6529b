import { definitionIn, isBlank, itemAt, quotedAt, splitRow } from "./line.ts";

/** A run of lines, `from` included and `to` not, both counted from 0. */
export interface Region {
  readonly kind: RegionKind;
  readonly from: number;
  readonly to: number;
}

/** `other` is left to the parser as it stands; the rest are blocks whose borders their lines tell. */
export type RegionKind =
  "yaml" | "fence" | "comment" | "rule" | "heading" | "table" | "definition" | "paragraph" | "quote" | "list" | "other";

const YAML_FENCE = /^---[ \t]*$/;
const FENCE = /^(`{3,}|~{3,})[ \t]*[^\s`&\\]*(?:[ \t]+[^`&\\]*)?$/;
const HEADING = /^#{1,6}[ \t]/;
const PLAIN_HEADING = /^#{1,6} [^\t]*[^\s#][ ]*$/;
const COMMENT = /^<!--(?!-?>)/;
const RULE = /^(?:-{3,}|\*{3,})$/;
const DELIMITER = /^\| *:?-+:? *(?:\| *:?-+:? *)*\|? *$/;
/** Begins a paragraph after a blank line, whatever stood above it: no list, quote, heading, rule, table or HTML. */
const PARAGRAPH = /^(?:[^\s\-+*>\d#|<=`~:_]|\*{1,2}[^\s*]|`[^`]|\d+[^\s\d.)]|_[^_\s])/;
/** Blocks that go on over blank lines and are open at their indentation, not at the margin. */
const OPENS_ENDLESS = /^[\s>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:`{3}|~{3}|<(?:[!?]|script|pre|style|textarea))/i;
const HTML = /^ {0,3}</;

/**
 * Finds the blocks of a page that follow each other at the margin. Each region can be read for itself: where it begins
 * nothing is open, and what follows it cannot change it.
 *
 * @param lines lines of a text
 * @returns regions in their order, or null where front matter begins and does not end
 */
export function outline(lines: readonly string[]): readonly Region[] | null {
  if (YAML_FENCE.test(lines[0] ?? "") && endOfYaml(lines, 0) === null) return null;
  const regions: Region[] = [];
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const region = regionAt(lines, at);
    // The parser lets less begin right below a block than after a blank line, so it has to see that block.
    const above = region.kind === "other" && regions.at(-1)?.to === at ? regions.pop() : undefined;
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

/** A table whose rows all begin with a pipe, have none that is escaped, and end at a blank line. */
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

/** A row whose pipes all part cells. */
function isPlainRow(line: string): boolean {
  return /^\|[^|]/.test(line) && !line.includes("\\|");
}

/** The line after it must not be able to hold a title. */
function endOfDefinition(lines: readonly string[], from: number): End {
  if (definitionIn(lines[from] ?? "") === null) return null;
  const next = lines[from + 1];
  const isWhole = isBlank(next) || endsAny(next ?? "") || definitionIn(next ?? "") !== null;
  return isWhole ? { kind: "definition", to: from + 1 } : null;
}

/** Whether a region may hold definitions that only the parser finds: they can begin nothing but a paragraph. */
export function hidesDefinition(lines: readonly string[], { kind, from, to }: Region): boolean {
  if (kind !== "other" && kind !== "paragraph" && kind !== "quote" && kind !== "list") return false;
  const isOpen = kind !== "paragraph" || lines[from]?.startsWith("[") === true;
  return isOpen && lines.slice(from, to).some((line) => line.includes("]:"));
}

/** Lines up to a blank one, or to a block that ends any paragraph; null where a line may be more than prose. */
function endOfParagraph(lines: readonly string[], from: number): End {
  if (!PARAGRAPH.test(lines[from] ?? "")) return null;
  let to = from + 1;
  while (to < lines.length && !isBlank(lines[to]) && !endsParagraph(lines[to] ?? "")) {
    if (!PARAGRAPH.test(lines[to] ?? "")) return null;
    to++;
  }
  return { kind: "paragraph", to };
}

/** Whether a line at the margin begins a block of its own right below a paragraph. */
function endsParagraph(line: string): boolean {
  return endsAny(line) || line.startsWith(">") || /^[-*+] {1,4}[^\s]/.test(line);
}

/** A quote of nothing but paragraphs. */
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

/** A list whose items are a line each, and which ends there. */
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

/** Whether a line at the margin closes whatever list, quote or paragraph is open. */
function endsAny(line: string): boolean {
  return HEADING.test(line) || FENCE.test(line) || COMMENT.test(line);
}

/**
 * The lines up to the first where nothing can be open. A fence or HTML that goes on over blank lines, wherever it may
 * end, takes the rest of the text.
 */
function endOfOther(lines: readonly string[], from: number): number {
  let html = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (at > from && !html && endsAny(line)) return at;
    // Where HTML follows a list without a blank line, its place depends on what comes after it.
    if (OPENS_ENDLESS.test(line) || (at > from && HTML.test(line))) return lines.length;
    html ||= HTML.test(line);
    const next = lines[at + 1];
    if (isBlank(line) && next !== undefined && closesAll(next)) return at;
  }
  return lines.length;
}

/** Whether a line after a blank one belongs to no list that is open. */
function closesAll(line: string): boolean {
  return PARAGRAPH.test(line) || /^[#|<>]/.test(line) || endsAny(line);
}

import type { PhrasingContent, RootContent } from "mdast";
import { readInline } from "./phrasing.ts";
import type { Span } from "./cursor.ts";
import { parsePart } from "./remark.ts";
import { shifted, type Shift } from "./point.ts";

/** Phrasing content that only remark can parse, with the list that receives the nodes. */
export interface Pending {
  /** One line of phrasing content, or the lines of a paragraph at the margin. */
  readonly kind: "phrase" | "paragraph";
  readonly text: string;
  /** Point of its first character. */
  readonly place: Shift;
  readonly children: PhrasingContent[];
}

/** State of one page: definitions and the phrasing content that is not parsed yet. */
export interface PhrasingContext {
  /** Lines that define link references. */
  readonly definitions: readonly string[];
  readonly pending: Pending[];
}

interface Parsed {
  readonly nodes: readonly PhrasingContent[];
  readonly origin: Shift;
}

/** Reads phrasing content or defers it to remark: one call per page costs half as much as one per piece. */
export function readPhrasing(
  { definitions, pending }: PhrasingContext,
  kind: Pending["kind"],
  span: Span,
): PhrasingContent[] {
  const nodes = readInline(span, definitions.length > 0);
  if (nodes !== null) return nodes;
  const children: PhrasingContent[] = [];
  const [place = { line: 1, column: 1, offset: 0 }] = span.lines;
  pending.push({ kind, text: span.text, place, children });
  return children;
}

/**
 * Parses the deferred pieces with remark and fills their lists.
 *
 * @returns false if remark does not return exactly one block for each piece
 */
export function parsePending(pending: readonly Pending[], definitions: readonly string[]): boolean {
  if (pending.some(closesItself)) return false;
  const pieces = [...new Map(pending.map((piece) => [sourceOf(piece), piece])).values()];
  if (pieces.length === 0) return true;
  const parsed = pairUp(pieces, parseBelow(definitions, pieces.map(sourceOf).join("\n\n")));
  if (parsed === null) return false;
  for (const piece of pending) {
    const { nodes, origin } = parsed.get(sourceOf(piece)) ?? { nodes: [], origin: piece.place };
    piece.children.push(...nodes.map((node) => shifted(node, distance(origin, piece.place))));
  }
  return true;
}

/** Parses a part of a page below the definitions that it may refer to; the result omits the definitions. */
export function parseBelow(definitions: readonly string[], text: string): readonly RootContent[] {
  if (definitions.length === 0) return parsePart(text).children;
  const above = `${definitions.join("\n")}\n\n`;
  const by = { line: -definitions.length - 1, column: 0, offset: -above.length };
  return parsePart(`${above}${text}`)
    .children.slice(definitions.length)
    .map((node) => shifted(node, by));
}

function pairUp(pieces: readonly Pending[], nodes: readonly RootContent[]): ReadonlyMap<string, Parsed> | null {
  if (nodes.length !== pieces.length) return null;
  const parsed = new Map<string, Parsed>();
  for (const [index, piece] of pieces.entries()) {
    const node = nodes[index];
    const start = node?.position?.start;
    if (start === undefined || node?.type !== (piece.kind === "phrase" ? "heading" : "paragraph")) return null;
    const skipped = piece.kind === "phrase" ? PHRASE_MARK.length : 0;
    const origin = { line: start.line, column: start.column + skipped, offset: (start.offset ?? 0) + skipped };
    parsed.set(sourceOf(piece), { nodes: node.children, origin });
  }
  return parsed;
}

function distance(from: Shift, to: Shift): Shift {
  return { line: to.line - from.line, column: to.column - from.column, offset: to.offset - from.offset };
}

/** A single line is parsed as a heading, which contains one line of phrasing content, as a cell does. */
const PHRASE_MARK = "# ";

/** Number signs at the end would be read as the closing sequence of the heading. */
function closesItself({ kind, text }: Pending): boolean {
  return kind === "phrase" && text.endsWith("#");
}

/** The Markdown that remark parses for a piece. */
function sourceOf({ kind, text }: Pending): string {
  return kind === "phrase" ? `${PHRASE_MARK}${text}` : text;
}

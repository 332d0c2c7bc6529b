import type { PhrasingContent, RootContent } from "mdast";
import { readInline } from "./phrasing.ts";
import type { Span } from "./cursor.ts";
import { parsePart } from "./remark.ts";
import { shifted, type Shift } from "./point.ts";

/** Phrasing content that only the parser can take apart, with the list that waits for it. */
export interface Pending {
  /** One line of phrasing content, or the lines of a paragraph at the margin. */
  readonly kind: "phrase" | "paragraph";
  readonly text: string;
  /** Place of its first character. */
  readonly place: Shift;
  readonly children: PhrasingContent[];
}

/** What phrases of a page have in common. */
export interface PhrasingContext {
  /** Lines of the page that define the targets of references. */
  readonly definitions: readonly string[];
  readonly pending: Pending[];
}

interface Parsed {
  readonly nodes: readonly PhrasingContent[];
  readonly origin: Shift;
}

/** Pieces that are remembered at most; the same cells and sentences come back on page after page. */
const REMEMBERED = 10_000;
const known = new Map<string, Parsed>();

/** Reads phrasing content, or puts it off: parsing much in one go costs half of parsing it bit by bit. */
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
 * Parses what was put off and fills the lists that wait for it.
 *
 * @returns false where the pieces do not come out one by one, which means that they are not what they seemed
 */
export function parsePending(pending: readonly Pending[], definitions: readonly string[]): boolean {
  if (pending.some(closesItself)) return false;
  if (known.size > REMEMBERED) known.clear();
  // What refers to definitions of a page means nothing to others.
  const parsed = definitions.length > 0 ? new Map<string, Parsed>() : known;
  const fresh = [...new Map(pending.map((piece) => [keyOf(piece), piece])).values()].filter(
    (piece) => !parsed.has(keyOf(piece)),
  );
  if (fresh.length > 0 && !remember(parsed, fresh, parseBelow(definitions, fresh.map(keyOf).join("\n\n"))))
    return false;
  for (const piece of pending) {
    const { nodes, origin } = parsed.get(keyOf(piece)) ?? { nodes: [], origin: piece.place };
    piece.children.push(...nodes.map((node) => shifted(node, distance(origin, piece.place))));
  }
  return true;
}

/** Parses a part of a page below the definitions that its references need; they are left out of the nodes. */
export function parseBelow(definitions: readonly string[], text: string): readonly RootContent[] {
  if (definitions.length === 0) return parsePart(text).children;
  const above = `${definitions.join("\n")}\n\n`;
  const by = { line: -definitions.length - 1, column: 0, offset: -above.length };
  return parsePart(`${above}${text}`)
    .children.slice(definitions.length)
    .map((node) => shifted(node, by));
}

function remember(parsed: Map<string, Parsed>, pieces: readonly Pending[], nodes: readonly RootContent[]): boolean {
  if (nodes.length !== pieces.length) return false;
  for (const [index, piece] of pieces.entries()) {
    const node = nodes[index];
    const start = node?.position?.start;
    if (start === undefined || node?.type !== (piece.kind === "phrase" ? "heading" : "paragraph")) return false;
    const skipped = piece.kind === "phrase" ? PHRASE_MARK.length : 0;
    const origin = { line: start.line, column: start.column + skipped, offset: (start.offset ?? 0) + skipped };
    parsed.set(keyOf(piece), { nodes: node.children, origin });
  }
  return true;
}

function distance(from: Shift, to: Shift): Shift {
  return { line: to.line - from.line, column: to.column - from.column, offset: to.offset - from.offset };
}

/** A heading holds one line of phrasing content, as a cell does. */
const PHRASE_MARK = "# ";

/** The marks at its end would be taken for the heading's. */
function closesItself({ kind, text }: Pending): boolean {
  return kind === "phrase" && text.endsWith("#");
}

/** A piece as it is parsed and remembered. */
function keyOf({ kind, text }: Pending): string {
  return kind === "phrase" ? `${PHRASE_MARK}${text}` : text;
}

import type { PhrasingContent, Root, RootContent } from "mdast";
import { parsePart } from "./remark.ts";
import { shifted, type Shift } from "./shift.ts";

/** A piece of Markdown that reads the same wherever it stands, with the place of its first character. */
export interface Piece {
  /** One line of phrasing content, or the lines of a paragraph at the margin. */
  readonly kind: "phrase" | "paragraph";
  readonly text: string;
}

interface Parsed {
  readonly node: RootContent;
  readonly origin: Shift;
}

/** Nothing in such a text is markup: what it says is itself. */
const PLAIN = /^[^\\`*_~[\]<>&!@\n\t]*$/;
const ADDRESS = /:\/\/|www\./i;
/** Pieces that are remembered at most; the same cells and sentences come back on page after page. */
const REMEMBERED = 50_000;
const known = new Map<string, Parsed>();

/** Whether a text has no markup at all. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !ADDRESS.test(text);
}

/**
 * Parses pieces that were not seen before, all in one go, since most of what a short parse costs is its beginning.
 *
 * @returns false where the pieces do not come out one by one, which means that they are not what they seemed
 */
export function preparePieces(pieces: readonly Piece[]): boolean {
  if (known.size > REMEMBERED) known.clear();
  const fresh = [...new Map(pieces.map((piece) => [keyOf(piece), piece])).values()].filter(
    (piece) => !known.has(keyOf(piece)),
  );
  if (fresh.length === 0) return true;
  // A heading holds one line of phrasing content, as a cell does.
  const text = fresh.map((piece) => (piece.kind === "phrase" ? `# ${piece.text}` : piece.text)).join("\n\n");
  return remember(fresh, parsePart(text));
}

function remember(pieces: readonly Piece[], { children }: Root): boolean {
  const wanted = (piece: Piece) => (piece.kind === "phrase" ? "heading" : "paragraph");
  if (children.length !== pieces.length) return false;
  if (pieces.some((piece, index) => children[index]?.type !== wanted(piece))) return false;
  for (const [index, piece] of pieces.entries()) {
    const node = children[index];
    const start = node?.position?.start;
    if (node === undefined || start === undefined) return false;
    const skipped = piece.kind === "phrase" ? 2 : 0;
    const origin = { line: start.line, column: start.column + skipped, offset: (start.offset ?? 0) + skipped };
    known.set(keyOf(piece), { node, origin });
  }
  return true;
}

/** A prepared paragraph at its place. */
export function paragraphAt(text: string, place: Shift): RootContent | null {
  const found = known.get(keyOf({ kind: "paragraph", text }));
  return found === undefined ? null : shifted(found.node, distance(found.origin, place));
}

/** Prepared phrasing content at its place. */
export function phraseAt(text: string, place: Shift): PhrasingContent[] {
  if (text === "") return [];
  if (isPlain(text)) return [plainText(text, place)];
  const found = known.get(keyOf({ kind: "phrase", text }));
  if (found?.node.type !== "heading") return [];
  const by = distance(found.origin, place);
  return found.node.children.map((child) => shifted(child, by));
}

/** A text node on one line. */
export function plainText(value: string, { line, column, offset }: Shift): PhrasingContent {
  const end = { line, column: column + value.length, offset: offset + value.length };
  return { type: "text", value, position: { start: { line, column, offset }, end } };
}

function distance(from: Shift, to: Shift): Shift {
  return { line: to.line - from.line, column: to.column - from.column, offset: to.offset - from.offset };
}

function keyOf({ kind, text }: Piece): string {
  return kind === "phrase" ? `# ${text}` : text;
}

import type { Place } from "../diagnostic.ts";
import { safeText } from "./text.ts";

/** What a frame shows of a line at most; longer ones are cut around the place. */
const WIDEST = 110;
/** How much of a cut line stands before the place. */
const BEFORE = 40;

/**
 * Shows a line of a page with a caret beneath the place.
 *
 * @param line text of the line, or undefined where the file does not have it
 */
export function codeFrame(line: string | undefined, { line: number, column }: Place): readonly string[] {
  if (line === undefined || line.trim() === "") return [];
  const at = Math.min(column - 1, line.length);
  const start = line.length <= WIDEST ? 0 : Math.max(0, at - BEFORE);
  const head = start > 0 ? "…" : "";
  const tail = line.length > start + WIDEST ? "…" : "";
  // A tab is as wide as the reader's terminal likes: one space for it keeps the caret where it belongs.
  const shown = (text: string): string => safeText(text.replaceAll("\t", " "));
  const gutter = ` ${String(number)} | `;
  const text = `${gutter}${head}${shown(line.slice(start, start + WIDEST))}${tail}`;
  return [text, `${" ".repeat(gutter.length - 2)}| ${" ".repeat(head.length + shown(line.slice(start, at)).length)}^`];
}

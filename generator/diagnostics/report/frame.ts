import type { Place } from "../diagnostic.ts";
import { visible } from "../../util/visible.ts";

/** Maximum length of a displayed line; longer lines are cut around the place. */
const WIDEST = 110;
/** Length of the text before the place in a cut line. */
const BEFORE = 40;

/**
 * Shows a line of a page with a caret beneath the place.
 *
 * @param line text of the line, or undefined if the file has no such line
 * @param place the place in the line
 * @returns the line and the line with the caret; nothing for a blank or missing line
 */
export function codeFrame(line: string | undefined, { line: number, column }: Place): readonly string[] {
  if (line === undefined || line.trim() === "") return [];
  const at = Math.min(column - 1, line.length);
  const start = line.length <= WIDEST ? 0 : Math.max(0, at - BEFORE);
  const head = start > 0 ? "…" : "";
  const tail = line.length > start + WIDEST ? "…" : "";
  // The width of a tab depends on the terminal; a single space keeps the caret below its character.
  const shown = (text: string): string => visible(text.replaceAll("\t", " "));
  const gutter = ` ${String(number)} | `;
  const text = `${gutter}${head}${shown(line.slice(start, start + WIDEST))}${tail}`;
  return [text, `${" ".repeat(gutter.length - 2)}| ${" ".repeat(head.length + shown(line.slice(start, at)).length)}^`];
}

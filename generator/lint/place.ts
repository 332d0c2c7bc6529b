import type { Place } from "../diagnostics/diagnostic.ts";
import type { LintPage } from "./model.ts";

/** Line of the page at a place, or "" if the place is in an included file. */
export function lineAt({ path, lines }: LintPage, place: Place): string {
  return place.file === path ? (lines[place.line - 1] ?? "") : "";
}

/** Place of the first line with text in the fence at a place. */
export function firstLineOf({ path, lines }: LintPage, place: Place): Place {
  const next = place.file === path ? lines.findIndex((line, index) => index >= place.line && line.trim() !== "") : -1;
  const line = next === -1 ? place.line + 1 : next + 1;
  const indent = next === -1 ? 0 : (lines[next] ?? "").search(/\S/);
  return { ...place, line, column: indent + 1 };
}

/**
 * Finds a text in the fence at a place.
 *
 * @returns the place of the first match, or the place itself if there is none
 */
export function findInFence({ path, lines }: LintPage, place: Place, pattern: RegExp): Place {
  if (place.file !== path) return place;
  for (let index = place.line; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (/^[\s>]*(?:`{3,}|~{3,})/.test(line)) break;
    const match = pattern.exec(line);
    if (match !== null) return { ...place, line: index + 1, column: match.index + 1 };
  }
  return place;
}

/** Place of a text in the line at a place, or the place itself if the line does not contain it. */
export function findInLine(page: LintPage, place: Place, text: string): Place {
  const column = lineAt(page, place).indexOf(text);
  return column === -1 ? place : { ...place, column: column + 1 };
}

/** A pattern that matches a text exactly. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

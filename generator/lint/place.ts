import type { Place } from "../diagnostics/diagnostic.ts";
import type { LintPage } from "./model.ts";

/** Line of the page at a place, or "" where the place lies in a file that the page includes. */
export function lineAt({ path, lines }: LintPage, place: Place): string {
  return place.file === path ? (lines[place.line - 1] ?? "") : "";
}

/** Place of the first line of a fence that says something; `place` is that of the fence. */
export function firstLineOf({ path, lines }: LintPage, place: Place): Place {
  const next = place.file === path ? lines.findIndex((line, index) => index >= place.line && line.trim() !== "") : -1;
  const line = next === -1 ? place.line + 1 : next + 1;
  const indent = next === -1 ? 0 : (lines[next] ?? "").search(/\S/);
  return { ...place, line, column: indent + 1 };
}

/**
 * Place of a text in the lines from a place on, up to the end of the fence; the place itself where it is not found.
 *
 * @param pattern what to find; the place is that of its first group where it has one that matches
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

/** Place of a text in the line at a place; the place itself where it is not found. */
export function findInLine(page: LintPage, place: Place, text: string): Place {
  const column = lineAt(page, place).indexOf(text);
  return column === -1 ? place : { ...place, column: column + 1 };
}

/** A text as a pattern that matches it alone. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

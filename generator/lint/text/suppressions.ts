import type { Place } from "../../diagnostics/diagnostic.ts";

/** A comment that takes findings of a rule away. */
export interface Suppression {
  readonly rule: string;
  /** First and last line that it speaks of. */
  readonly from: number;
  readonly to: number;
  readonly reason: string | null;
  readonly place: Place;
}

const COMMENT = /<!--\s*lint\s+(ignore|disable|enable)\s+([\w\s-]*?)(?:\s+--\s+(.*?))?\s*-->/;

/**
 * Reads `<!-- lint ignore rule -- reason -->`, which speaks of the block that follows, and
 * `<!-- lint disable rule -- reason -->`, which speaks of all that follows up to `<!-- lint enable rule -->`.
 */
export function readSuppressions(file: string, lines: readonly string[]): readonly Suppression[] {
  const found: Suppression[] = [];
  for (const [index, line] of lines.entries()) {
    const match = COMMENT.exec(line);
    if (match === null || match[1] === "enable") continue;
    const place = { file, line: index + 1, column: match.index + 1 };
    const reason = match[3] === undefined || match[3].trim() === "" ? null : match[3].trim();
    for (const rule of (match[2] ?? "").split(/\s+/).filter((name) => name !== "")) {
      const to = match[1] === "ignore" ? blockEnd(lines, index) : enabledAgain(lines, index, rule);
      found.push({ rule, from: index + 1, to, reason, place });
    }
  }
  return found;
}

/** Last line of the block that follows a line: up to a blank line, a fence up to its end. */
function blockEnd(lines: readonly string[], start: number): number {
  let index = start + 1;
  while (index < lines.length && (lines[index] ?? "").trim() === "") index++;
  let fence: string | null = null;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const marker = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null && marker?.startsWith(fence) === true) return index + 1;
    if (fence === null && marker !== null) fence = marker;
    if (fence === null && line.trim() === "") return index;
  }
  return lines.length;
}

function enabledAgain(lines: readonly string[], start: number, rule: string): number {
  const end = lines.findIndex((line, index) => {
    const match = index > start ? COMMENT.exec(line) : null;
    return match?.[1] === "enable" && (match[2] ?? "").split(/\s+/).includes(rule);
  });
  return end === -1 ? lines.length : end + 1;
}

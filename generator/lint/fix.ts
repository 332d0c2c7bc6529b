import type { Fix, Place } from "../diagnostics/diagnostic.ts";
import type { Finding } from "./catalog.ts";

/** Finds the fix of a diagnostic of a stage. */
type Fixer = (place: Place, lines: readonly string[], version: string) => Fix | null;

/**
 * Finds the fix of a finding.
 *
 * @param finding the finding
 * @param lines lines of its file
 * @param version version segment of the service's URLs, e.g. `v1.0`
 * @returns null if the finding cannot be fixed automatically
 */
export function fixOf(finding: Finding, lines: readonly string[], version: string): Fix | null {
  if (finding.fix !== undefined) return finding.fix;
  switch (finding.code) {
    case "annotation-invalid":
    case "annotation-unreadable":
    case "example-json-lenient":
    case "sketch-invalid":
    case "sketch-unreadable":
      return trailingComma(finding.place, lines, version);
    case "example-host":
      return strayHost(finding.place, lines, version);
    default:
      return null;
  }
}

/** Removes the comma before a closing bracket; either is at the place, or the bracket begins a line near it. */
const trailingComma: Fixer = (place, lines) => {
  const here = lines[place.line - 1] ?? "";
  const before = /,?\s*$/.exec(here.slice(0, place.column - 1))?.index ?? 0;
  const comma = /^[^,]?,\s*[}\]]/.exec(here.slice(before)) === null ? -1 : here.indexOf(",", before);
  if (comma !== -1) return { place: { ...place, column: comma + 1 }, before: ",", after: "" };
  for (let index = Math.max(0, place.line - 2); index < Math.min(lines.length - 1, place.line + 1); index++) {
    const line = lines[index] ?? "";
    if (!/,\s*$/.test(line) || !/^\s*[}\]]/.test(lines[index + 1] ?? "")) continue;
    return { place: { ...place, line: index + 1, column: line.lastIndexOf(",") + 1 }, before: ",", after: "" };
  }
  return null;
};

/** `https://host/docs\api/x` → `https://host/v1.0/x`. */
const strayHost: Fixer = (place, lines, version) => {
  const line = lines[place.line - 1] ?? "";
  const match = /^(\s*[A-Z]+\s+)(\S+)/.exec(line);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const after = match[2].replaceAll("\\", "/").replace(/^(https?:\/\/[^/]+)\/docs\/api(?=\/)/i, `$1/${version}`);
  return { place: { ...place, column: match[1].length + 1 }, before: match[2], after };
};

/** The line endings that Markdown recognizes. */
const LINE_END = /\r\n?|\n/g;

/** Splits a text into lines as Markdown counts them. */
export function linesOf(text: string): readonly string[] {
  return text.split(LINE_END);
}

/**
 * Applies fixes to a text and leaves the rest unchanged, including line endings. A fix is skipped if the text at its
 * place is no longer its `before`.
 *
 * @returns the new text and the number of applied fixes
 */
export function applyFixes(text: string, fixes: readonly Fix[]): readonly [text: string, count: number] {
  const starts = [0, ...[...text.matchAll(LINE_END)].map((end) => end.index + end[0].length)];
  const edits = fixes
    .map(({ place, before, after }) => ({
      start: (starts[place.line - 1] ?? text.length) + place.column - 1,
      before,
      after,
    }))
    .toSorted((a, b) => b.start - a.start);
  let fixed = text;
  let count = 0;
  let border = text.length;
  for (const { start, before, after } of edits) {
    const length = lengthAt(text, start, before);
    if (length === null || start + length > border) continue;
    fixed = fixed.slice(0, start) + after + fixed.slice(start + length);
    border = start;
    count++;
  }
  return [fixed, count];
}

/** Length of the text to replace, or null if the text differs; a line ending matches any line ending of the page. */
function lengthAt(text: string, start: number, before: string): number | null {
  const line = before.replace(/\n$/, "");
  if (!text.startsWith(line, start)) return null;
  if (line === before) return line.length;
  const end = /^(?:\r\n?|\n)/.exec(text.slice(start + line.length, start + line.length + 2))?.[0];
  return end === undefined ? null : line.length + end.length;
}

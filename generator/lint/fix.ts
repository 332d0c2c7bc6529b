import type { Diagnostic, Fix, Place } from "../diagnostics/diagnostic.ts";

/** What mends a diagnostic of a stage, where that is mechanical. */
type Fixer = (place: Place, lines: readonly string[], version: string) => Fix | null;

/**
 * Finds what mends a diagnostic without anybody's judgement.
 *
 * @param diagnostic what was found
 * @param lines lines of its file
 * @param version version segment of the service's URLs, e.g. `v1.0`
 */
export function fixOf(diagnostic: Diagnostic, lines: readonly string[], version: string): Fix | null {
  if (diagnostic.fix !== undefined) return diagnostic.fix;
  switch (diagnostic.code) {
    case "annotation-invalid":
    case "example-json-lenient":
    case "sketch-invalid":
      return trailingComma(diagnostic.place, lines, version);
    case "example-host":
      return strayHost(diagnostic.place, lines, version);
    default:
      return null;
  }
}

/** The comma before a closing bracket that begins the next line, up to the end of the comment or fence. */
const trailingComma: Fixer = (place, lines) => {
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

/**
 * Applies fixes to a text; one whose `before` does not stand at its place any more is left out.
 *
 * @returns the new text and how many fixes were made
 */
export function applyFixes(text: string, fixes: readonly Fix[]): readonly [text: string, count: number] {
  const starts = lineStarts(text);
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
    if (start + before.length > border || !fixed.startsWith(before, start)) continue;
    fixed = fixed.slice(0, start) + after + fixed.slice(start + before.length);
    border = start;
    count++;
  }
  return [fixed, count];
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) starts.push(index + 1);
  return starts;
}

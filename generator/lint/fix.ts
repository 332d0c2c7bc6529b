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

/** The comma before a closing bracket, which stands at the place, as the comma may, or begins a line near to it. */
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

/** Line ends as the reader of pages knows them. */
const LINE_END = /\r\n?|\n/g;

/** Lines of a text as the reader of pages counts them, whatever ends them. */
export function linesOf(text: string): readonly string[] {
  return text.split(LINE_END);
}

/**
 * Applies fixes to a text, and leaves all else of it as it is, line ends included; a fix whose `before` does not stand
 * at its place any more is left out.
 *
 * @returns the new text and how many fixes were made
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

/** Length of what is to be replaced where it stands; a line end in it stands for the page's own. */
function lengthAt(text: string, start: number, before: string): number | null {
  const line = before.replace(/\n$/, "");
  if (!text.startsWith(line, start)) return null;
  if (line === before) return line.length;
  const end = /^(?:\r\n?|\n)/.exec(text.slice(start + line.length, start + line.length + 2))?.[0];
  return end === undefined ? null : line.length + end.length;
}

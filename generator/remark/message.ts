import type { VFile } from "vfile";
import type { Diagnostic, Fix, Place } from "../diagnostics/diagnostic.ts";
import { safeText } from "../diagnostics/report/text.ts";
import { ruleUrl } from "../diagnostics/rule-url.ts";
import { fixOf } from "../lint/fix.ts";

/** How remark tells a fault that fails the run from one that does not, and both from a remark. */
const FATAL = { error: true, warning: false, info: null } as const;

/** Segment of the service's URLs that a mended one gets where the page does not say it. */
const VERSION = "v1.0";

/** The page as the messages see it. */
export interface MessagePage {
  /** Path from the docs folder. */
  readonly path: string;
  readonly lines: readonly string[];
}

/** Adds a diagnostic to a file, in the form that reporters and editors know: with what mends it, where that is known. */
export function addMessage(file: VFile, page: MessagePage, diagnostic: Diagnostic): void {
  const { code, severity, place, related } = diagnostic;
  const isHere = place.file === page.path;
  const where = isHere ? "" : `${place.file}:${place.line}:${place.column} `;
  const fix = isHere ? fixOf(diagnostic, page.lines, VERSION) : null;
  const message = file.message(safeText(`${where}${diagnostic.message}`), { ruleId: code, source: "graph-docs" });
  const fatal = FATAL[severity];
  message.fatal = fatal ?? undefined;
  message.url = ruleUrl(code) ?? undefined;
  message.note = noteOf(related) ?? undefined;
  if (!isHere) return;
  const range = fix === null ? wordAt(page.lines, place) : fixRange(fix);
  message.place = range;
  message.line = range.start.line;
  message.column = range.start.column;
  if (fix === null) return;
  message.actual = fix.before;
  message.expected = [fix.after];
}

function noteOf(related: Diagnostic["related"]): string | null {
  if (related.length === 0) return null;
  return related
    .map(({ message, place }) => `${place.file}:${place.line}:${place.column} ${safeText(message)}`)
    .join("\n");
}

interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

function fixRange({ place: { line, column }, before }: Fix): Range {
  const lines = before.split("\n");
  const last = lines.at(-1) ?? "";
  const end = lines.length === 1 ? column + last.length : last.length + 1;
  return { start: { line, column }, end: { line: line + lines.length - 1, column: end } };
}

/** The word, or else the sign, at a place, for an editor to underline. */
function wordAt(lines: readonly string[], { line, column }: Place): Range {
  const rest = (lines[line - 1] ?? "").slice(column - 1);
  const word = /^(?:[\w$@.-]+|\S?)/.exec(rest)?.[0] ?? "";
  return { start: { line, column }, end: { line, column: column + word.length } };
}

import type { VFile } from "vfile";
import type { Fix, Place, RelatedPlace } from "../diagnostics/diagnostic.ts";
import { visible } from "../util/visible.ts";
import type { Finding } from "../lint/catalog.ts";
import { fixOf } from "../lint/fix.ts";
import { ruleUrl } from "../lint/rule-page.ts";

/** Values of `fatal` in a message: an error fails the run, a warning does not, and null marks an info. */
const FATAL = { error: true, warning: false, info: null } as const;

/** Version segment of a fixed URL if the page does not state one. */
const VERSION = "v1.0";

/** The page that messages are about. */
export interface MessagePage {
  /** Path from the docs folder. */
  readonly path: string;
  readonly lines: readonly string[];
}

/** Adds a finding to a file as a message that reporters and editors know, with its fix if there is one. */
export function addMessage(file: VFile, page: MessagePage, finding: Finding): void {
  const { code, severity, place, related } = finding;
  const isHere = place.file === page.path;
  const where = isHere ? "" : `${place.file}:${place.line}:${place.column} `;
  const fix = isHere ? fixOf(finding, page.lines, VERSION) : null;
  const message = file.message(visible(`${where}${finding.message}`), { ruleId: code, source: "graph-docs" });
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

function noteOf(related: readonly RelatedPlace[]): string | null {
  if (related.length === 0) return null;
  return related
    .map(({ message, place }) => visible(`${place.file}:${place.line}:${place.column} ${message}`))
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

/** The word or character at a place, for an editor to underline. */
function wordAt(lines: readonly string[], { line, column }: Place): Range {
  const rest = (lines[line - 1] ?? "").slice(column - 1);
  const word = /^(?:[\w$@.-]+|\S?)/.exec(rest)?.[0] ?? "";
  return { start: { line, column }, end: { line, column: column + word.length } };
}

import { compareDiagnostics, type Diagnostic } from "../diagnostic.ts";
import { codeFrame } from "./frame.ts";
import type { Reporter, ReportOptions } from "./model.ts";
import { shownPlace } from "./place.ts";
import { visible } from "../../util/visible.ts";
import { paint } from "./text.ts";

/** Prints diagnostics for people, sorted by place, with the line of the page and related places. */
export const reportPretty: Reporter = (diagnostics, options) =>
  diagnostics
    .toSorted(compareDiagnostics)
    .map((diagnostic) => prettyLines(diagnostic, options))
    .join("");

function prettyLines(diagnostic: Diagnostic<string>, { prefix, colour, lines: files }: ReportOptions): string {
  const place = shownPlace(diagnostic.place, prefix);
  const severity = paint(diagnostic.severity, diagnostic.severity, colour);
  const lines = [`${place} ${severity} ${visible(diagnostic.message)} [${diagnostic.code}]`];
  lines.push(...codeFrame(files?.get(diagnostic.place.file)?.[diagnostic.place.line - 1], diagnostic.place));
  for (const related of diagnostic.related) {
    lines.push(`  ${shownPlace(related.place, prefix)} ${visible(related.message)}`);
  }
  return `${lines.join("\n")}\n`;
}

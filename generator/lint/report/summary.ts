import { countByCode } from "../../diagnostics/report/count.ts";
import type { Reporter } from "../../diagnostics/report/model.ts";
import { paint } from "../../diagnostics/report/text.ts";
import { entryOf, type DiagnosticCode } from "../catalog.ts";

/** Prints the number of findings of each rule, most serious and most frequent first; nothing for a single finding. */
export const reportSummary: Reporter<DiagnosticCode> = (diagnostics, { colour }) => {
  if (diagnostics.length < 2) return "";
  const rules = countByCode(diagnostics);
  const width = Math.max(...rules.map(({ count }) => String(count).length));
  const lines = rules.map(({ first, count }) => {
    const head = `${String(count).padStart(width)} × ${paint(first.severity, first.severity, colour)} ${first.code}`;
    return `${head}: ${entryOf(first.code).description}\n`;
  });
  return `\n${lines.join("")}`;
};

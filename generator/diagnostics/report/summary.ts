import type { DiagnosticCode } from "../catalog.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { meanings } from "../meanings.ts";
import type { Reporter } from "./model.ts";
import { paint } from "./text.ts";

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** How often each rule has found something, most serious and most frequent first; nothing for a single finding. */
export const reportSummary: Reporter = (diagnostics, { colour }) => {
  if (diagnostics.length < 2) return "";
  const rules = [...countRules(diagnostics)].toSorted(
    ([, a], [, b]) => RANK[a.first.severity] - RANK[b.first.severity] || b.count - a.count,
  );
  const width = Math.max(...rules.map(([, { count }]) => String(count).length));
  const lines = rules.map(([code, { first, count }]) => {
    const head = `${String(count).padStart(width)} × ${paint(first.severity, first.severity, colour)} ${code}`;
    return `${head}: ${meanings[code]}\n`;
  });
  return `\n${lines.join("")}`;
};

interface Count {
  readonly first: Diagnostic;
  readonly count: number;
}

function countRules(diagnostics: readonly Diagnostic[]): ReadonlyMap<DiagnosticCode, Count> {
  const counts = new Map<DiagnosticCode, Count>();
  for (const diagnostic of diagnostics) {
    const known = counts.get(diagnostic.code);
    counts.set(diagnostic.code, { first: known?.first ?? diagnostic, count: (known?.count ?? 0) + 1 });
  }
  return counts;
}

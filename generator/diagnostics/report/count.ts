import type { DiagnosticCode, Severity } from "../catalog.ts";
import type { Diagnostic } from "../diagnostic.ts";

const RANK = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/** What was found of one code: how often, and where first. */
export interface CodeCount {
  readonly first: Diagnostic;
  readonly count: number;
}

/** Counts diagnostics by their code: the most serious first, among them the most frequent. */
export function countByCode(diagnostics: readonly Diagnostic[]): readonly CodeCount[] {
  const counts = new Map<DiagnosticCode, CodeCount>();
  for (const diagnostic of diagnostics) {
    const known = counts.get(diagnostic.code);
    counts.set(diagnostic.code, { first: known?.first ?? diagnostic, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => RANK[a.first.severity] - RANK[b.first.severity] || b.count - a.count);
}

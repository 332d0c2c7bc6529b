import type { Diagnostic } from "../diagnostic.ts";
import type { Severity } from "../entry.ts";

const RANK = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/** Number of diagnostics with one code, and the first of them. */
export interface CodeCount<Code extends string> {
  readonly first: Diagnostic<Code>;
  readonly count: number;
}

/** Counts diagnostics by code, most serious and most frequent first. */
export function countByCode<Code extends string>(diagnostics: readonly Diagnostic<Code>[]): readonly CodeCount<Code>[] {
  const counts = new Map<Code, CodeCount<Code>>();
  for (const diagnostic of diagnostics) {
    const known = counts.get(diagnostic.code);
    counts.set(diagnostic.code, { first: known?.first ?? diagnostic, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => RANK[a.first.severity] - RANK[b.first.severity] || b.count - a.count);
}

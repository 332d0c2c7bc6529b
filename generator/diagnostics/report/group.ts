import type { DiagnosticCode, Severity } from "../catalog.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Reporter } from "./model.ts";
import { shownPlace } from "./place.ts";
import { paint, safeText } from "./text.ts";

const RANK = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/** One line for each code with its count and first place, most serious and most frequent first. */
export const reportGroups: Reporter = (diagnostics, { prefix, colour }) => {
  const groups = [...groupByCode(diagnostics).values()].toSorted(
    (a, b) => RANK[a.first.severity] - RANK[b.first.severity] || b.count - a.count,
  );
  const width = Math.max(0, ...groups.map(({ count }) => String(count).length));
  return groups
    .map(({ first, count }) => {
      const head = `${String(count).padStart(width)} × ${paint(first.severity, first.severity, colour)} ${first.code}`;
      const indent = " ".repeat(width + 3);
      return `${head}\n${indent}${safeText(`${shownPlace(first.place, prefix)} ${first.message}`)}\n`;
    })
    .join("");
};

interface Group {
  readonly first: Diagnostic;
  readonly count: number;
}

function groupByCode(diagnostics: readonly Diagnostic[]): ReadonlyMap<DiagnosticCode, Group> {
  const groups = new Map<DiagnosticCode, Group>();
  for (const diagnostic of diagnostics) {
    const known = groups.get(diagnostic.code);
    groups.set(diagnostic.code, { first: known?.first ?? diagnostic, count: (known?.count ?? 0) + 1 });
  }
  return groups;
}

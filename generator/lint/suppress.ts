import { isDiagnosticCode, type DiagnosticCode } from "../diagnostics/catalog.ts";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { RULE_NAMES } from "../diagnostics/levels.ts";
import { didYouMean, nearestNames } from "../util/nearest.ts";
import type { PageIndex } from "./model.ts";
import type { Suppression } from "./text/suppressions.ts";

/**
 * Takes away what comments in the pages take away, and reports comments that take nothing away, give no reason or
 * name no rule.
 *
 * @param diagnostics everything that was found, of every stage and rule
 * @param pages what was kept of each page
 * @param isLookedFor whether a rule has been run: a comment on one that was not run is no fault
 */
export function suppress(
  diagnostics: readonly Diagnostic[],
  pages: readonly PageIndex[],
  isLookedFor: (code: DiagnosticCode) => boolean,
): readonly Diagnostic[] {
  const byFile = new Map(pages.map(({ page, suppressions }) => [page.path, suppressions]));
  const used = new Set<Suppression>();
  const left = diagnostics.filter(({ code, place }) => {
    const covering = (byFile.get(place.file) ?? []).filter(
      ({ rule, from, to }) => rule === code && from <= place.line && place.line <= to,
    );
    for (const each of covering) used.add(each);
    return covering.length === 0;
  });
  const isDone = (each: Suppression): boolean =>
    used.has(each) || (isDiagnosticCode(each.rule) && !isLookedFor(each.rule));
  return [...left, ...pages.flatMap(({ suppressions }) => suppressions.flatMap((each) => faults(each, isDone(each))))];
}

function faults({ rule, reason, place }: Suppression, isUsed: boolean): readonly Diagnostic[] {
  if (!isDiagnosticCode(rule)) {
    const suggestion = didYouMean(nearestNames(rule, RULE_NAMES, 1));
    return [createDiagnostic("suppression-unknown", { rule, suggestion }, place)];
  }
  return [
    ...(reason === null ? [createDiagnostic("suppression-without-reason", { rule }, place)] : []),
    ...(isUsed ? [] : [createDiagnostic("suppression-unused", { rule }, place)]),
  ];
}

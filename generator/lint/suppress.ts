import { describe } from "../diagnostics/diagnostic.ts";
import type { Params } from "../diagnostics/entry.ts";
import { didYouMean, nearestNames } from "../util/nearest.ts";
import { DIAGNOSTIC_CODES, isDiagnosticCode, type DiagnosticCode, type Finding } from "./catalog.ts";
import type { PageIndex } from "./model.ts";
import { suppressionEntries, type Suppression, type SuppressionCode } from "./text/suppressions.ts";

/**
 * Drops the findings that comments in the pages suppress, and reports comments that match no finding, give no reason or
 * name no rule.
 *
 * @param findings findings of all stages and rules
 * @param pages the indexes of the pages
 * @param isEnabled whether a rule has run: a comment about a rule that has not run is not reported
 */
export function suppress(
  findings: readonly Finding[],
  pages: readonly PageIndex[],
  isEnabled: (code: DiagnosticCode) => boolean,
): readonly Finding[] {
  const byFile = new Map(pages.map(({ page, suppressions }) => [page.path, suppressions]));
  const used = new Set<Suppression>();
  const left = findings.filter(({ code, place }) => {
    const covering = (byFile.get(place.file) ?? []).filter(
      ({ rule, from, to }) => rule === code && from <= place.line && place.line <= to,
    );
    for (const each of covering) used.add(each);
    return covering.length === 0;
  });
  const isUsed = (each: Suppression): boolean =>
    used.has(each) || (isDiagnosticCode(each.rule) && !isEnabled(each.rule));
  return [...left, ...pages.flatMap(({ suppressions }) => suppressions.flatMap((each) => check(each, isUsed(each))))];
}

function check(suppression: Suppression, isUsed: boolean): readonly Finding[] {
  const { rule, reason } = suppression;
  if (!isDiagnosticCode(rule)) {
    const suggestion = didYouMean(nearestNames(rule, DIAGNOSTIC_CODES, 1));
    return [report("suppression-unknown", { rule, suggestion }, suppression)];
  }
  return [
    ...(reason === null ? [report("suppression-without-reason", { rule }, suppression)] : []),
    ...(isUsed ? [] : [report("suppression-unused", { rule }, suppression)]),
  ];
}

function report<C extends SuppressionCode>(
  code: C,
  params: Params<(typeof suppressionEntries)[C]["message"]>,
  { place }: Suppression,
): Finding {
  return describe<C, (typeof suppressionEntries)[C]["message"]>(code, suppressionEntries[code], params, place);
}

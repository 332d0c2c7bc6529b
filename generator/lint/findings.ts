import type { ApiModel } from "../api/model.ts";
import { compareDiagnostics } from "../diagnostics/diagnostic.ts";
import { isExampleCode, isMetadataCode, type DiagnosticCode, type Finding } from "./catalog.ts";
import { atLevels, type RuleLevels } from "./levels.ts";
import { lintSite, type LintedPage } from "./lint.ts";
import { suppress } from "./suppress.ts";

/** What is known about the docs when all pages are read and linked. */
export interface CheckedDocs {
  /** The linked model of all pages, with the diagnostics of the stages. */
  readonly model: ApiModel;
  readonly pages: readonly LintedPage[];
  /** All files below the docs folder. */
  readonly files: readonly string[];
}

/** Findings of checks that not every command runs. */
export interface FurtherChecks {
  /** Findings in the JSON examples; null if they are not checked. */
  readonly examples: readonly Finding[] | null;
  /** Differences from the metadata of the service; null if the docs are not compared with it. */
  readonly metadata: readonly Finding[] | null;
}

const NO_FURTHER_CHECKS: FurtherChecks = { examples: null, metadata: null };

/**
 * Returns the findings of the docs, which are the same in every command: those of the stages and of the rules, with the
 * configured severities, without those that comments in the pages suppress.
 *
 * @param docs the docs, read and linked
 * @param levels configured levels of rules
 * @param further findings of checks that not every command runs
 * @returns sorted by place
 */
export function findingsOf(
  { model, pages, files }: CheckedDocs,
  levels: RuleLevels,
  { examples, metadata }: FurtherChecks = NO_FURTHER_CHECKS,
): readonly Finding[] {
  const indexes = pages.map(({ index }) => index);
  const found = [
    ...model.diagnostics,
    ...pages.flatMap(({ diagnostics }) => diagnostics),
    ...lintSite(model, indexes, files),
    ...(metadata ?? []),
    ...(examples ?? []),
  ];
  const hasRun = (code: DiagnosticCode): boolean =>
    levels[code] !== "off" &&
    (examples !== null || !isExampleCode(code)) &&
    (metadata !== null || !isMetadataCode(code));
  return atLevels(suppress(found, indexes, hasRun), levels).toSorted(compareDiagnostics);
}

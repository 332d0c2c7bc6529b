import { counted } from "../diagnostics/report/text.ts";
import { isStageFinding, type Finding } from "../lint/catalog.ts";
import type { Settings } from "../settings.ts";

/** The findings of a run that a command prints, and how many of the docs it leaves to `lint`. */
export interface Notices {
  readonly listed: readonly Finding[];
  readonly left: number;
}

/**
 * Selects the findings that a command prints: those of reading and linking the pages. With `strict`, these are also the
 * errors of rules, because they fail the run.
 *
 * @param findings all findings of the docs
 * @param isSelected whether a finding is about the part of the docs that the command uses
 * @param strict whether errors fail the run
 */
export function noticesOf(
  findings: readonly Finding[],
  isSelected: (finding: Finding) => boolean,
  { strict }: Pick<Settings, "strict">,
): Notices {
  const isListed = (finding: Finding): boolean => isStageFinding(finding) || (strict && finding.severity === "error");
  const listed = findings.filter((finding) => isListed(finding) && isSelected(finding));
  return { listed, left: findings.length - listed.length };
}

/** Says how many findings only `lint` lists, not counting those in examples, which only `lint` checks. */
export function describeLeft({ left }: Notices): string {
  return left === 0 ? "" : `; lint lists ${counted(left, "other finding")}, and checks the examples`;
}

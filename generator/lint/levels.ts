import type { DiagnosticCode, Finding } from "./catalog.ts";

/** Level of a rule: the severity of its findings, or `off`. */
export const LEVELS = ["off", "info", "warning", "error"] as const;

export type Level = (typeof LEVELS)[number];

/** Levels by rule; a rule without a level has the severity of its entry. */
export type RuleLevels = { readonly [C in DiagnosticCode]?: Level };

/** Gives each finding the severity that the user set for its rule, and drops those of rules that are off. */
export function atLevels(findings: readonly Finding[], levels: RuleLevels): readonly Finding[] {
  return findings.flatMap((finding) => {
    const level = levels[finding.code];
    if (level === "off") return [];
    return [level === undefined ? finding : { ...finding, severity: level }];
  });
}

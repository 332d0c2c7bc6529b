import type { Severity } from "../../../diagnostics/entry.ts";
import { entryOf, type DiagnosticCode } from "../../catalog.ts";
import { readRulePage, ruleUrl } from "../../rule-page.ts";

/** Names of severities in SARIF. */
export const SARIF_LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

/** Names of severities in code scanning. */
const PROBLEMS = { error: "error", warning: "warning", info: "recommendation" } as const satisfies Record<
  Severity,
  string
>;

/** Describes a rule, with its docs page as help. */
export function describeRule(code: DiagnosticCode, repository: string | null): object {
  const { severity, description } = entryOf(code);
  const uri = ruleUrl(code, repository);
  const page = readRulePage(code);
  return {
    id: code,
    shortDescription: { text: description },
    fullDescription: { text: description },
    ...(uri === null ? {} : { helpUri: uri }),
    help: { text: page, markdown: page },
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
    properties: { tags: ["documentation"], "problem.severity": PROBLEMS[severity] },
  };
}

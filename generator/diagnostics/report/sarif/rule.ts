import { catalog, type DiagnosticCode, type Severity } from "../../catalog.ts";
import { meanings } from "../../meanings.ts";
import { readRulePage } from "../../rule-page.ts";
import { ruleUrl } from "../../rule-url.ts";

/** How SARIF calls a severity. */
export const SARIF_LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

/** How code scanning calls a severity, where it shows what kind of problem a rule finds. */
const PROBLEMS = { error: "error", warning: "warning", info: "recommendation" } as const satisfies Record<
  Severity,
  string
>;

/** A rule with its page as help. */
export function describeRule(code: DiagnosticCode, repository: string | null): object {
  const { severity } = catalog[code];
  const uri = ruleUrl(code, repository);
  const page = readRulePage(code);
  return {
    id: code,
    shortDescription: { text: meanings[code] },
    fullDescription: { text: meanings[code] },
    ...(uri === null ? {} : { helpUri: uri }),
    help: { text: page, markdown: page },
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
    properties: { tags: ["documentation"], "problem.severity": PROBLEMS[severity] },
  };
}

import type { Severity } from "../../generator/diagnostics/entry.ts";
import { isDiagnosticCode, type DiagnosticCode, type Finding } from "../../generator/lint/catalog.ts";
import { keyText, type FindingKey } from "./draw.ts";

/** Judgement of a reviewer who compared a finding with its page. */
export interface Verdict extends FindingKey {
  readonly verdict: "right" | "wrong";
  readonly reason: string;
}

/** Number of verdicts on the current findings of a rule. */
export interface VerdictCount {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly right: number;
  readonly wrong: number;
}

/**
 * Parses verdicts: an array with one object for each finding.
 *
 * @throws Error if the text contains something else
 */
export function parseVerdicts(text: string): readonly Verdict[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list) || !list.every(isVerdict)) throw new Error("Unexpected verdicts, expected a list of them");
  return list;
}

function isVerdict(value: unknown): value is Verdict {
  if (typeof value !== "object" || value === null) return false;
  const each: Readonly<Record<string, unknown>> = { ...value };
  const isPlace = typeof each.file === "string" && typeof each.line === "number" && typeof each.column === "number";
  const isKnown = typeof each.code === "string" && isDiagnosticCode(each.code);
  return isPlace && isKnown && /^(?:right|wrong)$/.test(String(each.verdict)) && typeof each.reason === "string";
}

/** Counts verdicts by rule, with the current severity of the rule; verdicts on findings that no longer exist are skipped. */
export function countVerdicts(
  verdicts: readonly Verdict[],
  today: ReadonlyMap<string, Finding>,
): readonly VerdictCount[] {
  const counts = new Map<DiagnosticCode, VerdictCount>();
  for (const verdict of verdicts) {
    const severity = today.get(keyText(verdict))?.severity;
    if (severity === undefined) continue;
    const { right, wrong } = counts.get(verdict.code) ?? { right: 0, wrong: 0 };
    const isRight = verdict.verdict === "right";
    const count = { right: right + (isRight ? 1 : 0), wrong: wrong + (isRight ? 0 : 1) };
    counts.set(verdict.code, { severity, code: verdict.code, ...count });
  }
  return [...counts.values()].toSorted((a, b) => (`${a.severity} ${a.code}` < `${b.severity} ${b.code}` ? -1 : 1));
}

/** Adds up the verdicts on the findings of a level. */
export function sumOfLevel(counts: readonly VerdictCount[], level: Severity): Pick<VerdictCount, "right" | "wrong"> {
  const ofLevel = counts.filter(({ severity }) => severity === level);
  return {
    right: ofLevel.reduce((total, { right }) => total + right, 0),
    wrong: ofLevel.reduce((total, { wrong }) => total + wrong, 0),
  };
}

/** Prints a table of rules and levels: the number of reviewed, correct and all findings. */
export function printCounts(counts: readonly VerdictCount[], found: readonly Finding[]): string {
  const lines = counts.map((each) =>
    row(each, `${each.severity} ${each.code}`, found.filter(({ code }) => code === each.code).length),
  );
  const levels = (["error", "warning"] as const).map((level) =>
    row(sumOfLevel(counts, level), `all of level ${level}`, found.filter(({ severity }) => severity === level).length),
  );
  return [...lines, ...levels].join("\n");
}

function row({ right, wrong }: Pick<VerdictCount, "right" | "wrong">, name: string, all: number): string {
  const read = right + wrong;
  const percent = read === 0 ? "-" : ((100 * right) / read).toFixed(1);
  return `${percent.padStart(6)} %  ${right} of ${read} read are right, ${all} found  ${name}`;
}

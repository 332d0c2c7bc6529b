import { apiEntries } from "../diagnostics/catalog/api.ts";
import { proofEntries } from "../diagnostics/catalog/proof.ts";
import { stageCatalog, type StageCode } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Entry } from "../diagnostics/entry.ts";
import type { MetadataRule, PageRule, SiteRule } from "./rule.ts";
import * as rules from "./rules/index.ts";
import { suppressionEntries, type SuppressionCode } from "./text/suppressions.ts";

const RULES = Object.values(rules);
type RuleCode = (typeof RULES)[number]["name"];

/** Rules that need a single page. */
export const PAGE_RULES: readonly PageRule<RuleCode>[] = RULES.filter((rule) => rule.scope === "page");
/** Rules that compare pages with each other. */
export const SITE_RULES: readonly SiteRule<RuleCode>[] = RULES.filter((rule) => rule.scope === "site");

/** Rules that compare the docs with the metadata of the service. */
export const METADATA_RULES: readonly MetadataRule<RuleCode>[] = RULES.filter((rule) => rule.scope === "metadata");

/** Code of everything that can be reported: by a stage, by a rule, or about a suppression comment. */
export type DiagnosticCode = StageCode | SuppressionCode | RuleCode;

/** A diagnostic of a stage or of a rule. */
export type Finding = Diagnostic<DiagnosticCode>;

const ENTRIES: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ...Object.entries({ ...stageCatalog, ...suppressionEntries }),
  ...RULES.map((rule) => [rule.name, rule] as const),
]);
const SITE_CODES: ReadonlySet<string> = new Set([
  ...Object.keys({ ...apiEntries, ...proofEntries }),
  ...[...SITE_RULES, ...METADATA_RULES].map(({ name }) => name),
]);
const METADATA_CODES: ReadonlySet<string> = new Set(METADATA_RULES.map(({ name }) => name));

/** Whether a code is found only by a comparison with the metadata of the service. */
export function isMetadataCode(code: DiagnosticCode): boolean {
  return METADATA_CODES.has(code);
}

/** Whether a code is found only by checking JSON examples against their types. */
export function isExampleCode(code: DiagnosticCode): boolean {
  return code in proofEntries;
}

/** Whether a finding is a diagnostic of a stage, not of a rule of `lint`. */
export function isStageFinding(finding: Finding): finding is Diagnostic {
  return finding.code in stageCatalog;
}

/** Whether a text is the code of a diagnostic. */
export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return ENTRIES.has(text);
}

/** All codes, in alphabetical order. */
export const DIAGNOSTIC_CODES: readonly DiagnosticCode[] = [...ENTRIES.keys()].filter(isDiagnosticCode).toSorted();

/** Severity and texts of a code. */
export function entryOf(code: DiagnosticCode): Entry {
  const entry = ENTRIES.get(code);
  if (entry === undefined) throw new Error(`Unexpected code ${code}, expected a code of the catalogue`);
  return entry;
}

/** Whether a code can be found by looking at a single page. */
export function isPageCode(code: DiagnosticCode): boolean {
  return !SITE_CODES.has(code);
}

import { catalog, type DiagnosticCode } from "./catalog.ts";

/** What the user may want of a rule: a severity, or not to hear of it. */
export const LEVELS = ["off", "info", "warning", "error"] as const;

export type Level = (typeof LEVELS)[number];

/** Levels by the name of the rule; a rule that is not named has the severity of the catalogue. */
export type RuleLevels = { readonly [C in DiagnosticCode]?: Level };

/** Names of all rules. */
export const RULE_NAMES: readonly string[] = Object.keys(catalog);

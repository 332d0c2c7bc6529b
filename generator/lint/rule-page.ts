import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { programRepository } from "../util/repository.ts";
import type { DiagnosticCode } from "./catalog.ts";

/** Folder of the docs pages of rules, in the repository. */
export const RULE_PAGES = "generator/lint/docs";

/** The same folder next to this file, and next to the built program. */
const FOLDER = path.resolve(import.meta.dirname, "../lint/docs");

/**
 * Reads the docs page of a rule.
 *
 * @returns Markdown: what the rule checks, why it matters, an example, how to fix it and how to suppress it
 */
export function readRulePage(code: DiagnosticCode): string {
  const file = path.join(FOLDER, `${code}.md`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  throw new Error(`Unexpected absence of ${file}, expected a page for each rule`);
}

/** URL of the docs page of a rule; null if the URL of the program's repository is unknown. */
export function ruleUrl(code: DiagnosticCode, repository: string | null = programRepository()): string | null {
  return repository === null ? null : `${repository}/blob/HEAD/${RULE_PAGES}/${code}.md`;
}

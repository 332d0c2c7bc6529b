import { programRepository } from "../util/repository.ts";
import type { DiagnosticCode } from "./catalog.ts";

/** Folder of the pages about rules, in the repository. */
export const RULE_PAGES = "generator/lint/docs";

/** Address of the page about a rule; null where it is not known on which site the program's repository is. */
export function ruleUrl(code: DiagnosticCode, repository: string | null = programRepository()): string | null {
  return repository === null ? null : `${repository}/blob/HEAD/${RULE_PAGES}/${code}.md`;
}

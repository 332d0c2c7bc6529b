import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import { markdownEntries } from "../diagnostics/catalog/markdown.ts";
import { pageRuleEntries } from "../diagnostics/catalog/page-rules.ts";
import { pageEntries } from "../diagnostics/catalog/page.ts";
import { sourceEntries } from "../diagnostics/catalog/source.ts";
import { suppressionEntries } from "../diagnostics/catalog/suppressions.ts";

const PAGE_ENTRIES = {
  ...sourceEntries,
  ...markdownEntries,
  ...pageEntries,
  ...pageRuleEntries,
  ...suppressionEntries,
};

/** Whether what a code speaks of is found in one page alone; all else takes all pages. */
export function isPageCode(code: DiagnosticCode): boolean {
  return Object.hasOwn(PAGE_ENTRIES, code);
}

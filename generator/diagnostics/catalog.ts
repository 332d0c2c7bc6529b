import type { Entry } from "./catalog/entry.ts";
import { apiEntries } from "./catalog/api.ts";
import { docsRuleEntries } from "./catalog/docs-rules.ts";
import { markdownEntries } from "./catalog/markdown.ts";
import { pageEntries } from "./catalog/page.ts";
import { pageRuleEntries } from "./catalog/page-rules.ts";
import { proofEntries } from "./catalog/proof.ts";
import { sourceEntries } from "./catalog/source.ts";
import { suppressionEntries } from "./catalog/suppressions.ts";

export type { Entry, Severity } from "./catalog/entry.ts";

const entries = {
  ...sourceEntries,
  ...apiEntries,
  ...proofEntries,
  ...pageEntries,
  ...markdownEntries,
  ...pageRuleEntries,
  ...docsRuleEntries,
  ...suppressionEntries,
} as const;

export type DiagnosticCode = keyof typeof entries;

/** The parameters that the message of a code needs. */
export type DiagnosticParams<C extends DiagnosticCode> = Parameters<(typeof entries)[C]["message"]>[0];

/** Every diagnostic the generator can give. Messages say "Unexpected X, expected Y". */
export const catalog: { readonly [C in DiagnosticCode]: Entry<DiagnosticParams<C>> } = entries;

/** Whether a text is the code of a diagnostic. */
export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(entries, text);
}

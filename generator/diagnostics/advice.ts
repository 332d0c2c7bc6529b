import { apiAdvice } from "./advice/api.ts";
import { docsRuleAdvice } from "./advice/docs-rules.ts";
import { markdownAdvice } from "./advice/markdown.ts";
import { pageAdvice } from "./advice/page.ts";
import { pageRuleAdvice } from "./advice/page-rules.ts";
import { proofAdvice } from "./advice/proof.ts";
import { sourceAdvice } from "./advice/source.ts";
import { suppressionAdvice } from "./advice/suppressions.ts";
import type { Advice } from "./advice/model.ts";
import type { DiagnosticCode } from "./catalog.ts";

/** Why each diagnostic matters and how to mend it. */
export const advice: { readonly [C in DiagnosticCode]: Advice } = {
  ...sourceAdvice,
  ...markdownAdvice,
  ...pageAdvice,
  ...apiAdvice,
  ...proofAdvice,
  ...pageRuleAdvice,
  ...docsRuleAdvice,
  ...suppressionAdvice,
};

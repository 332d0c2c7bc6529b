import type { suppressionEntries } from "../catalog/suppressions.ts";
import type { Advice } from "./model.ts";

/** What to know of the diagnostics of comments that take findings away. */
export const suppressionAdvice: { readonly [C in keyof typeof suppressionEntries]: Advice } = {
  "suppression-unused": { why: "A comment for a fault that is gone hides the next one.", mend: "Remove the comment." },
  "suppression-without-reason": {
    why: "Nobody knows later whether the comment may go.",
    mend: "Write ` -- ` and the reason before `-->`.",
  },
  "suppression-unknown": { why: "The comment takes nothing away.", mend: "Write the name of a rule." },
};

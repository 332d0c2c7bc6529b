import type { docsRuleEntries } from "../catalog/docs-rules.ts";
import type { Advice } from "./model.ts";

/** What to know of the diagnostics of the rules that look at all pages. */
export const docsRuleAdvice: { readonly [C in keyof typeof docsRuleEntries]: Advice } = {
  "body-type-differs": {
    why: "One of the two pages is wrong: a caller may send what the service refuses.",
    mend: "Bring both to what the service takes.",
  },
  "link-anchor-missing": {
    why: "The reader lands at the top of the page and has to search.",
    mend: "Use the anchor of a heading that is there.",
  },
  "link-case": {
    why: 'Servers that mind case answer "not found".',
    mend: "Spell the path as the file is called. `--fix` does.",
  },
  "link-page-missing": { why: 'The reader gets "not found".', mend: "Correct the path, or take the link out." },
  "method-without-operation": {
    why: "The reader who looks for the method finds no request.",
    mend: "Link to the page that describes the request.",
  },
  "odata-type-missing": {
    why: "The service cannot know which of the derived types is meant.",
    mend: "Add `@odata.type` to the body of the example.",
  },
  "operation-unlinked": {
    why: "Readers find the operation by chance only.",
    mend: "Add a row to the Methods table of its resource.",
  },
  "permission-misspelt": {
    why: "Nobody can grant a permission that does not exist.",
    mend: "Spell it as the other pages do.",
  },
  "request-twice": {
    why: "Two pages describe one request: a reader may find the wrong one.",
    mend: "Keep one page and link to it.",
  },
  "table-row-missing": {
    why: "Readers of the table do not learn of the member.",
    mend: "Add a row, or take the member out.",
  },
  "type-link-differs": {
    why: "The reader is led to the page of another type.",
    mend: "Link to the page of the type that is named.",
  },
};

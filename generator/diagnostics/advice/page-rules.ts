import type { pageRuleEntries } from "../catalog/page-rules.ts";
import type { Advice } from "./model.ts";

/** What to know of the diagnostics of the rules that look at one page. */
export const pageRuleAdvice: { readonly [C in keyof typeof pageRuleEntries]: Advice } = {
  "content-length-wrong": {
    why: "A server that trusts the header cuts the body off.",
    mend: "Correct the number, or leave the header out.",
  },
  "doc-type-differs": { why: "Sites lay the page out as what it is not.", mend: "Write the doc_type that fits." },
  "enum-member-twice": {
    why: "One of the rows is a slip: another member may be missing.",
    mend: "Take one out, or correct its name.",
  },
  "example-method-differs": {
    why: "Who copies the example calls something else.",
    mend: "Use the documented method in the example.",
  },
  "example-status-differs": {
    why: "Who checks for the status of the text misses the answer.",
    mend: "Make the text and the example agree.",
  },
  "example-url-differs": {
    why: 'Who copies the example gets "not found".',
    mend: "Spell the segment as the HTTP request section does.",
  },
  "front-matter-missing": {
    why: "Search results and link previews show nothing of the page.",
    mend: "Add the key to the front matter.",
  },
  "heading-level-skipped": { why: "Outlines and screen readers lose the section.", mend: "Use the next deeper level." },
  "heading-misspelt": {
    why: "The reader of the dialect does not know the heading: what stands below it is lost.",
    mend: "Write it as all other pages do.",
  },
  "link-backslash": {
    why: "On the web a backslash is no separator: the link leads nowhere.",
    mend: "Write `/`. `--fix` does.",
  },
  "namespace-missing": {
    why: "Types with equal names in two namespaces cannot be told apart.",
    mend: "Add `Namespace: …` below the title.",
  },
  "permission-name-invalid": {
    why: "Nobody can grant a permission that does not exist.",
    mend: "Write it as the portal does, e.g. `User.Read.All`.",
  },
  "permission-twice": { why: "One of the two may be meant for another permission.", mend: "Take one out." },
  "placeholder-twice": {
    why: "Two values cannot have one name: a reader may pass the same value twice.",
    mend: "Name each for what it stands for.",
  },
  "placeholder-undocumented": { why: "A caller does not learn what to pass.", mend: "Add a row for it." },
  "property-row-twice": {
    why: "When the two rows differ, nobody knows which is right.",
    mend: "Take one out. `--fix` does where they are equal.",
  },
  "property-without-description": {
    why: "A name alone does not say what the property is for.",
    mend: "Say it in a sentence.",
  },
  "request-body-missing": {
    why: "A reader does not see what the body looks like.",
    mend: "Show a body in the example.",
  },
  "request-body-unexpected": {
    why: "Either the text or the example is wrong.",
    mend: "Take the body out, or describe it in the section.",
  },
  "request-line-twice": { why: "One of the lines may be meant for another URL.", mend: "Take one out, or correct it." },
  "response-body-missing": {
    why: "A reader does not see what comes back.",
    mend: "Show the body, or say that none comes back.",
  },
  "response-body-unexpected": {
    why: "204 means that there is no body: the status or the body is wrong.",
    mend: "Take the body out, or correct the status.",
  },
  "response-collection-differs": {
    why: "A program that trusts the text reads the wrong shape.",
    mend: "Make the text and the example agree.",
  },
  "section-missing": {
    why: "Readers look for what they need under the heading that all pages have.",
    mend: "Add the section.",
  },
  "section-twice": { why: "Readers and programs stop at the first.", mend: "Merge the two." },
  "sketch-member-missing": {
    why: "A reader of the JSON representation does not learn of the property.",
    mend: "Add it, or take the row out.",
  },
  "sketch-type-differs": { why: "One of the two is wrong; the table is used.", mend: "Correct the one that is wrong." },
  "table-empty": { why: "A table without rows promises what is not there.", mend: "Fill it or take it out." },
  "title-count": {
    why: "Sites take the first heading of level 1 for the page's name.",
    mend: "Keep one heading of level 1.",
  },
  "todo-left": { why: "Readers see that the page is not done.", mend: "Write what is missing." },
  "type-unlinked": { why: "A reader cannot go to the page of the type.", mend: "Make the name a link." },
};

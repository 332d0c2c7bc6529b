import type { pageEntries } from "../catalog/page.ts";
import type { Advice } from "./model.ts";

/** What to know of the diagnostics of reading the facts of one page. */
export const pageAdvice: { readonly [C in keyof typeof pageEntries]: Advice } = {
  "page-without-facts": {
    why: "Nothing of the page gets into the package.",
    mend: "Write an HTTP request, a Properties table or a Members table, or move the page out of the reference.",
  },
  "property-name-unreadable": {
    why: "The property is not in the package.",
    mend: "Write the name alone in the first cell, as the service spells it.",
  },
  "request-line-unreadable": {
    why: "The request is not offered to callers.",
    mend: "Write one request a line: a method and a URL.",
  },
  "request-ellipsis": {
    why: "Nobody can call a URL with dots in it.",
    mend: "Write the whole path, with a placeholder for each value.",
  },
  "request-host": {
    why: "The path is guessed from what follows.",
    mend: "Begin the URL with `/`; host and version belong to the examples.",
  },
  "operation-without-request": {
    why: "There is no function for the operation.",
    mend: "Add a block below `## HTTP request` with a method and a URL.",
  },
  "permissions-missing": {
    why: "Callers do not learn which permissions they need.",
    mend: "Add a table that names permissions for each permission type.",
  },
  "permission-placeholder": {
    why: "Callers do not learn which permissions they need.",
    mend: 'Write the names, or "Not supported."',
  },
  "permission-type-unknown": {
    why: "The row's permissions are attributed to nobody.",
    mend: "Begin the cell with Delegated or Application.",
  },
  "example-json-invalid": {
    why: "The example is shown as text: it cannot be checked, nor made an example of the package.",
    mend: "Make the body parse; `...` may stand for left-out members.",
  },
  "example-json-lenient": {
    why: "Who copies the example gets an error.",
    mend: "Take comments and trailing commas out. `--fix` takes out a trailing comma.",
  },
  "example-without-request": {
    why: "A reader does not learn what leads to this answer.",
    mend: "Put the request before it.",
  },
  "example-host": {
    why: "Who copies the URL gets an error.",
    mend: "Write `https://`, the service's host, a version and the path with `/`. `--fix` mends a stray host.",
  },
  "sketch-invalid": {
    why: "Types that only the JSON representation shows are lost.",
    mend: "Make it JSON. `--fix` takes out a trailing comma.",
  },
  "enum-member-unreadable": {
    why: "The member is not in the package.",
    mend: "Write the name alone in the first cell.",
  },
};

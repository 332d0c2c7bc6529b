import { entry } from "./entry.ts";

/** What the rules that look at all pages can say. */
export const docsRuleEntries = {
  "body-type-differs": entry<{ name: string; type: string; expected: string }>(
    "warning",
    ({ name, type, expected }) =>
      `Unexpected type ${type} for ${name} in a body, expected ${expected} as the resource has`,
  ),
  "link-anchor-missing": entry<{ anchor: string; file: string; suggestion: string }>(
    "warning",
    ({ anchor, file, suggestion }) => `Unexpected anchor #${anchor}, expected a heading of ${file}${suggestion}`,
  ),
  "link-case": entry<{ target: string; expected: string }>(
    "info",
    ({ target, expected }) => `Unexpected case in the link ${target}, expected that of the file ${expected}`,
  ),
  "link-page-missing": entry<{ file: string; suggestion: string }>(
    "error",
    ({ file, suggestion }) => `Unexpected link to ${file} that does not exist, expected a page${suggestion}`,
  ),
  "method-without-operation": entry<{ title: string; file: string }>(
    "warning",
    ({ title, file }) => `Unexpected method ${title} that leads to ${file}, expected a page that describes a request`,
  ),
  "odata-type-missing": entry<{ name: string }>(
    "warning",
    ({ name }) => `Unexpected body without @odata.type in an example, expected one: ${name} is abstract`,
  ),
  "operation-unlinked": entry<object>(
    "info",
    () => "Unexpected operation to which no page leads, expected a row in the Methods table of its resource",
  ),
  "permission-misspelt": entry<{ name: string; expected: string }>(
    "warning",
    ({ name, expected }) => `Unexpected permission ${name} that hardly any page names, expected ${expected}`,
  ),
  "request-twice": entry<{ request: string }>(
    "info",
    ({ request }) => `Unexpected second page for ${request}, expected one`,
  ),
  "table-row-missing": entry<{ name: string }>(
    "warning",
    ({ name }) => `Unexpected member ${name} in a JSON representation, expected a row of a table that describes it`,
  ),
  "type-link-differs": entry<{ name: string; file: string }>(
    "warning",
    ({ name, file }) => `Unexpected link of ${name} to ${file}, expected the page that describes ${name}`,
  ),
} as const;

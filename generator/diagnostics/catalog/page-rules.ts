import { entry } from "./entry.ts";

/** What the rules that look at one page can say. */
export const pageRuleEntries = {
  "content-length-wrong": entry<{ stated: number; least: number }>(
    "warning",
    ({ stated, least }) =>
      `Unexpected Content-Length ${String(stated)}, expected at least ${String(least)} as the body beneath it needs`,
  ),
  "doc-type-differs": entry<{ stated: string; expected: string }>(
    "info",
    ({ stated, expected }) => `Unexpected doc_type ${stated}, expected ${expected} as the page describes`,
  ),
  "enum-member-twice": entry<{ name: string }>(
    "warning",
    ({ name }) => `Unexpected second row for the member ${name}, expected each member once`,
  ),
  "example-method-differs": entry<{ method: string; expected: string }>(
    "error",
    ({ method, expected }) =>
      `Unexpected method ${method} in an example, expected ${expected} as documented for this URL`,
  ),
  "example-status-differs": entry<{ status: number; expected: string }>(
    "warning",
    ({ status, expected }) =>
      `Unexpected status ${String(status)} in an example, expected ${expected} as the text says`,
  ),
  "example-url-differs": entry<{ segment: string; expected: string }>(
    "error",
    ({ segment, expected }) => `Unexpected "${segment}" in the URL of an example, expected ${expected} as documented`,
  ),
  "front-matter-missing": entry<{ key: string }>(
    "info",
    ({ key }) => `Unexpected front matter without ${key}, expected one that says it`,
  ),
  "heading-level-skipped": entry<{ depth: number; expected: number }>(
    "info",
    ({ depth, expected }) =>
      `Unexpected heading of level ${String(depth)}, expected at most level ${String(expected)} here`,
  ),
  "heading-misspelt": entry<{ text: string; expected: string }>(
    "warning",
    ({ text, expected }) => `Unexpected heading "${text}", expected "${expected}"`,
  ),
  "link-backslash": entry<{ target: string }>(
    "warning",
    ({ target }) => `Unexpected backslash in the link ${target}, expected / between folders`,
  ),
  "namespace-missing": entry<object>(
    "info",
    () => "Unexpected page without a Namespace line, expected one below the title",
  ),
  "permission-name-invalid": entry<{ name: string }>(
    "warning",
    ({ name }) => `Unexpected permission ${name}, expected words that begin with a capital, with a dot between them`,
  ),
  "permission-twice": entry<{ name: string }>(
    "info",
    ({ name }) => `Unexpected second ${name} in a cell, expected each permission once`,
  ),
  "placeholder-twice": entry<{ placeholder: string }>(
    "info",
    ({ placeholder }) => `Unexpected second ${placeholder} in a URL, expected a name of its own for each value`,
  ),
  "placeholder-undocumented": entry<{ placeholder: string }>(
    "info",
    ({ placeholder }) =>
      `Unexpected placeholder ${placeholder}, expected a row of the parameters table that describes it`,
  ),
  "property-row-twice": entry<{ name: string }>(
    "warning",
    ({ name }) => `Unexpected second row for ${name}, expected one`,
  ),
  "property-without-description": entry<{ name: string }>(
    "info",
    ({ name }) => `Unexpected row for ${name} without a description, expected one`,
  ),
  "request-body-missing": entry<object>(
    "warning",
    () => "Unexpected example without a body, expected one as the Request body section asks for it",
  ),
  "request-body-unexpected": entry<object>(
    "error",
    () => "Unexpected body in the example of a request, expected none as the Request body section says",
  ),
  "request-line-twice": entry<{ text: string }>(
    "warning",
    ({ text }) => `Unexpected second line "${text}", expected each request once`,
  ),
  "response-body-missing": entry<{ type: string }>(
    "warning",
    ({ type }) => `Unexpected response without a body in an example, expected the ${type} that the text names`,
  ),
  "response-body-unexpected": entry<object>(
    "error",
    () => "Unexpected body in a 204 response, expected none: this status says that there is no content",
  ),
  "response-collection-differs": entry<{ shown: string; expected: string }>(
    "error",
    ({ shown, expected }) =>
      `Unexpected body of ${shown} in the example of a response, expected ${expected} as the text says`,
  ),
  "section-missing": entry<{ name: string }>(
    "info",
    ({ name }) => `Unexpected page of an operation without a section ${name}, expected one`,
  ),
  "section-twice": entry<{ name: string }>("warning", ({ name }) => `Unexpected second section ${name}, expected one`),
  "sketch-member-missing": entry<{ name: string }>(
    "warning",
    ({ name }) => `Unexpected property ${name} that the JSON representation lacks, expected it in both`,
  ),
  "sketch-type-differs": entry<{ name: string; shown: string; stated: string }>(
    "warning",
    ({ name, shown, stated }) =>
      `Unexpected ${shown} for ${name} in the JSON representation, expected a ${stated} as the table says`,
  ),
  "table-empty": entry<object>("info", () => "Unexpected table without rows, expected one at least"),
  "title-count": entry<{ count: number }>("warning", ({ count }) =>
    count === 0
      ? "Unexpected page without a title, expected one heading of level 1"
      : `Unexpected further title, expected one heading of level 1 and not ${String(count)}`,
  ),
  "todo-left": entry<{ text: string }>(
    "warning",
    ({ text }) => `Unexpected "${text}" in a page, expected what is still to be written`,
  ),
  "type-unlinked": entry<{ name: string }>(
    "info",
    ({ name }) => `Unexpected type ${name} without a link, expected a link to the page that describes it`,
  ),
} as const;

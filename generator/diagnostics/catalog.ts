/** How much a diagnostic matters: an `error` loses or contradicts a fact, a `warning` was mended, an `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

/** One kind of diagnostic: how much it matters and what it says. */
export interface Entry<P> {
  readonly severity: Severity;
  readonly message: (params: P) => string;
}

const entry = <P>(severity: Severity, message: (params: P) => string): Entry<P> => ({ severity, message });

const entries = {
  // source
  "file-unreadable": entry<{ reason: string }>(
    "error",
    ({ reason }) => `Unexpected unreadable file (${reason}), expected UTF-8 Markdown`,
  ),
  "page-unreadable": entry<{ reason: string }>(
    "error",
    ({ reason }) => `Unexpected page that cannot be read to its end (${reason}), expected less nesting; it is left out`,
  ),
  // api
  "symbol-defined-twice": entry<{ kind: string; name: string }>(
    "info",
    ({ kind, name }) => `Unexpected second page for ${kind} ${name}, expected one; both are merged`,
  ),
  "property-stated-twice": entry<{ name: string; first: string; second: string }>(
    "warning",
    ({ name, first, second }) => `Unexpected type ${second} for ${name}, expected ${first} as stated before`,
  ),
  "property-redeclared": entry<{ name: string; base: string; baseType: string; type: string }>(
    "info",
    ({ name, base, baseType, type }) =>
      `Unexpected type ${type} for ${name}, expected ${baseType} as on its base ${base}`,
  ),
  "relationship-collection": entry<{ name: string }>(
    "warning",
    ({ name }) => `Unexpected single type for ${name}, expected a collection as the operation that lists it returns`,
  ),
  "key-undefined": entry<{ key: string }>(
    "info",
    ({ key }) => `Unexpected keyProperty ${key}, expected the name of a property of the type or of its base`,
  ),
  "enum-list-longer": entry<{ name: string; count: number }>(
    "warning",
    ({ name, count }) =>
      `Unexpected list of ${String(count)} values for ${name}, expected those of its shorter definition; the list is used`,
  ),
  "enum-of-string": entry<{ name: string; type: string }>(
    "info",
    ({ name, type }) => `Unexpected String for ${name} whose values are those of ${type}, expected a link to it`,
  ),
  "type-undefined": entry<{ name: string }>(
    "warning",
    ({ name }) =>
      `Unexpected type ${name} that no page defines, expected a resource page; an open type is made of what is known`,
  ),
  "type-unreadable": entry<{ text: string }>(
    "warning",
    ({ text }) => `Unexpected type "${text}", expected a primitive or the name of a resource or enum`,
  ),
  "type-alternatives": entry<{ text: string }>(
    "info",
    ({ text }) => `Unexpected alternatives "${text}", expected one type; their common base is used, else the first`,
  ),
  "enum-values-missing": entry<{ name: string }>(
    "warning",
    ({ name }) => `Unexpected Enumeration without values for ${name}, expected "Possible values are: …"`,
  ),
  "enum-lists-differ": entry<{ name: string; missing: string; surplus: string }>(
    "info",
    ({ name, missing, surplus }) =>
      `Unexpected list of values for ${name}, expected those of its definition${missing === "" ? "" : `; missing: ${missing}`}${surplus === "" ? "" : `; not defined: ${surplus}`}`,
  ),
  "base-by-family": entry<{ name: string; base: string }>(
    "info",
    ({ name, base }) =>
      `Unexpected ${name} without a base type, expected one; it has all that ${base} has and is taken for its subtype`,
  ),
  "base-cycle": entry<{ name: string; base: string }>(
    "error",
    ({ name, base }) =>
      `Unexpected base type ${base} of ${name}, expected a chain without a cycle; the base is dropped`,
  ),
  "base-conflict": entry<{ name: string; used: string; other: string }>(
    "warning",
    ({ name, used, other }) => `Unexpected base type ${other} for ${name}, expected ${used} as the annotation states`,
  ),
  "response-type-missing": entry<object>(
    "warning",
    () => "Unexpected response without a type, expected a sentence that links the returned resource",
  ),
  "response-types-differ": entry<{ used: string; other: string; where: string }>(
    "info",
    ({ used, other, where }) => `Unexpected response type ${other} in ${where}, expected ${used}`,
  ),
  "name-clash": entry<{ name: string; used: string }>(
    "info",
    ({ name, used }) => `Unexpected second use of the name ${name}, expected a unique one; ${used} is used`,
  ),
  // proof
  "example-property-undefined": entry<{ path: string }>(
    "info",
    ({ path }) => `Unexpected property ${path} in an example, expected one that a table lists`,
  ),
  "example-property-misspelt": entry<{ path: string; suggestion: string }>(
    "warning",
    ({ path, suggestion }) =>
      `Unexpected property ${path} in an example, expected ${suggestion} as the table spells it`,
  ),
  "example-property-read-only": entry<{ path: string }>(
    "info",
    ({ path }) => `Unexpected property ${path} in an example of a request, expected none that is read-only`,
  ),
  "example-property-twice": entry<{ path: string }>(
    "warning",
    ({ path }) => `Unexpected second ${path} in an example, expected each property once`,
  ),
  "example-property-missing": entry<{ path: string; names: string }>(
    "warning",
    ({ path, names }) => `Unexpected lack of ${names} in ${path} of an example, expected all that is required`,
  ),
  "example-value-type": entry<{ path: string; value: string; expected: string }>(
    "error",
    ({ path, value, expected }) => `Unexpected ${value} at ${path} in an example, expected ${expected}`,
  ),
  "example-value-null": entry<{ path: string; value: string; expected: string }>(
    "info",
    ({ path, value, expected }) => `Unexpected ${value} at ${path} in an example, expected ${expected}`,
  ),
  "example-value-unlisted": entry<{ path: string; value: string; expected: string }>(
    "error",
    ({ path, value, expected }) => `Unexpected ${value} at ${path} in an example, expected ${expected}`,
  ),
  "example-value-case": entry<{ path: string; value: string; expected: string }>(
    "warning",
    ({ path, value, expected }) => `Unexpected ${value} at ${path} in an example, expected ${expected} in this case`,
  ),
  "example-type-unrelated": entry<{ path: string; value: string; expected: string }>(
    "info",
    ({ path, value, expected }) =>
      `Unexpected ${value} at ${path} in an example, expected ${expected} or a type whose page derives it from that`,
  ),
  // page
  "page-without-facts": entry<object>(
    "warning",
    () => "Unexpected page, expected an HTTP request, a property table or a table of enum members",
  ),
  "property-name-unreadable": entry<{ text: string }>(
    "warning",
    ({ text }) => `Unexpected property name "${text}", expected a single identifier`,
  ),
  "request-line-unreadable": entry<{ text: string }>(
    "warning",
    ({ text }) => `Unexpected line "${text}" in an HTTP request block, expected a method and a URL`,
  ),
  "request-ellipsis": entry<{ path: string }>(
    "warning",
    ({ path }) => `Unexpected ... in the path ${path}, expected a whole path; it is not offered to callers`,
  ),
  "request-host": entry<{ text: string; path: string }>(
    "warning",
    ({ text, path }) => `Unexpected "${text}" before the path ${path}, expected a path that begins with /`,
  ),
  "operation-without-request": entry<object>(
    "error",
    () => "Unexpected operation page without a request line, expected a method and a URL below ## HTTP request",
  ),
  "permissions-missing": entry<object>(
    "warning",
    () => "Unexpected Permissions section without a table that names permissions, expected one",
  ),
  "permission-placeholder": entry<{ text: string }>(
    "warning",
    ({ text }) => `Unexpected "${text}" in a permissions table, expected permission names or "Not supported."`,
  ),
  "permission-type-unknown": entry<{ text: string }>(
    "warning",
    ({ text }) => `Unexpected permission type "${text}", expected Delegated or Application`,
  ),
  "example-json-invalid": entry<{ reason: string }>(
    "warning",
    ({ reason }) => `Unexpected JSON in an example (${reason}), expected a body that parses; it is kept as text`,
  ),
  "example-json-lenient": entry<{ reason: string }>(
    "info",
    ({ reason }) => `Unexpected JSON in an example (${reason}), expected strict JSON; it was read all the same`,
  ),
  "example-without-request": entry<object>("info", () => "Unexpected example response, expected a request before it"),
  "example-host": entry<{ url: string }>(
    "warning",
    ({ url }) => `Unexpected URL ${url} in an example, expected the host, a version and the path with forward slashes`,
  ),
  "sketch-invalid": entry<{ reason: string }>(
    "warning",
    ({ reason }) => `Unexpected JSON representation (${reason}), expected JSON`,
  ),
  "enum-member-unreadable": entry<{ text: string }>(
    "warning",
    ({ text }) => `Unexpected enum member "${text}", expected a name`,
  ),
  // markdown
  "front-matter-invalid": entry<{ reason: string }>(
    "error",
    ({ reason }) => `Unexpected front matter (${reason}), expected YAML between two lines of ---`,
  ),
  "annotation-invalid": entry<{ reason: string }>(
    "warning",
    ({ reason }) => `Unexpected annotation (${reason}), expected JSON; what could be read of it is used`,
  ),
  "fence-unclosed": entry<object>(
    "error",
    () => "Unexpected end of page inside a code fence, expected a closing fence; all that follows was read as code",
  ),
  "table-delimiter-row": entry<object>(
    "warning",
    () => "Unexpected number of columns in the delimiter row, expected as many as the header has",
  ),
  "table-row-surplus-cells": entry<{ cells: number; columns: number }>(
    "warning",
    ({ cells, columns }) =>
      `Unexpected row of ${String(cells)} cells, expected ${String(columns)}; write \\| for a pipe inside a cell`,
  ),
  "table-row-missing-cells": entry<{ cells: number; columns: number }>(
    "warning",
    ({ cells, columns }) => `Unexpected row of ${String(cells)} cells, expected ${String(columns)}`,
  ),
  "table-row-broken": entry<object>(
    "warning",
    () => "Unexpected line break inside a table row, expected the row on one line",
  ),
  "include-missing": entry<{ path: string }>(
    "warning",
    ({ path }) => `Unexpected include of ${path}, expected a file inside the docs root (see --root)`,
  ),
  "include-cycle": entry<{ path: string }>(
    "error",
    ({ path }) => `Unexpected include of ${path}, expected a file that does not include itself`,
  ),
  // rules that look at one page
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
  // rules that look at all pages
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
  // comments that take findings away
  "suppression-unused": entry<{ rule: string }>(
    "warning",
    ({ rule }) => `Unexpected comment that takes findings of ${rule} away, expected a finding here: remove it`,
  ),
  "suppression-without-reason": entry<{ rule: string }>(
    "warning",
    ({ rule }) => `Unexpected comment that takes findings of ${rule} away, expected "-- reason" before its end`,
  ),
  "suppression-unknown": entry<{ rule: string; suggestion: string }>(
    "warning",
    ({ rule, suggestion }) => `Unexpected rule ${rule} in a comment, expected the name of a rule${suggestion}`,
  ),
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

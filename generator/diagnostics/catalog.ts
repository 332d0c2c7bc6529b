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
} as const;

export type DiagnosticCode = keyof typeof entries;

/** The parameters that the message of a code needs. */
export type DiagnosticParams<C extends DiagnosticCode> = Parameters<(typeof entries)[C]["message"]>[0];

/** Every diagnostic the generator can give. Messages say "Unexpected X, expected Y". */
export const catalog: { readonly [C in DiagnosticCode]: Entry<DiagnosticParams<C>> } = entries;

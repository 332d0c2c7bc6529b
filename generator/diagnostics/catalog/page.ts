import type { Entries } from "../entry.ts";

/** Diagnostics of reading the facts of one page. */
export const pageEntries = {
  "page-without-facts": {
    severity: "info",
    message: "Unexpected page without a definition, expected an HTTP request, a Properties table or a Members table",
    description: "A page describes no operation, type or enum.",
    why: "Nothing on the page appears in the package. Nothing is lost: a page with a request, or with a table that cannot be read, is reported as an error.",
    advice: "Add an HTTP request, a Properties table or a Members table, or move the page out of the reference.",
    example: {
      page: "resources/tides.md",
      ok: "",
      notOk: `---
title: "tides"
description: "When the water is high."
doc_type: resourcePageType
---

# tides

The water is high twice a day.
`,
    },
  },
  "name-too-long": {
    severity: "error",
    message:
      "Unexpected {kind} name {name} of {characters} characters, expected at most {most}; the {kind} is left out",
    description: "The name of a type, an enum or an operation, with its namespace, is too long.",
    why: "Modules are named after types, and file systems limit the names of files. Everything that the page states about it is missing from the package.",
    advice: "Correct the name in the title or the annotation of the page.",
  },
  "docs-unknown": {
    severity: "error",
    message:
      "Unexpected {words} on {count} of {pages} pages, expected the headings and column titles of the dialect: add the words of the docs to vocabulary in the config file",
    description: "Most pages have sections or tables that are not known, as in translated docs.",
    why: "The package would lack most of what the docs state, so nothing is written.",
    advice: "Add the headings and column titles of the docs to `vocabulary` in the config file.",
  },
  "table-unknown": {
    severity: "error",
    message:
      "Unexpected table with the columns {title} on a page that defines nothing, expected a title that names a type, and columns such as Property, Type and Description",
    description:
      "A page describes nothing, although it has a table of names: its title or its column titles are not known.",
    why: "The rows of the table are missing from the package.",
    advice:
      "Name the type in the title, and use the column titles of the reference, or add those of the docs to `vocabulary` in the config file.",
    example: {
      page: "resources/tides.md",
      ok: "",
      notOk: `# tides resource type

When the water is high.

## Getijden

|Eigenschap|Soort|Uitleg|
|:---|:---|:---|
|height|Double|Metres above zero.|
`,
    },
  },
  "reference-undefined": {
    severity: "error",
    message: "Unexpected reference {text}, expected a line that defines it, such as [text]: ../api/page.md",
    description: "A row of a Methods table refers to a link that the page does not define.",
    why: "The operation is not linked to its type, and readers see brackets.",
    advice: "Add the definition of the link to the page, or write the address of the page in the row.",
    example: {
      page: "resources/boat.md",
      ok: "[Get boat](../api/boat-get.md)",
      notOk: "[Get boat][]",
    },
  },
  "table-heading-missing": {
    severity: "warning",
    message: "Unexpected table below another heading, expected it below {heading}; it is read as if it were",
    description: "The heading of a table is missing, or another heading is between it and the table.",
    why: "Readers do not find the table where other pages have it.",
    advice: "Add the heading above the table.",
    example: {
      page: "api/boat-get.md",
      ok: "## Permissions\n",
      notOk: "",
    },
  },
  "table-unread": {
    severity: "error",
    message:
      'Unexpected table of "{title}" rows, expected the heading and the column titles of what it lists; no row is read',
    description:
      "The header of a table or the heading above it announces members, properties or parameters, but no row is read.",
    why: "Whatever the rows state is missing from the package.",
    advice:
      "Add the heading above the table, such as `## Members` or `## Function parameters`, and use the column titles of the reference.",
    example: {
      page: "api/boat-get.md",
      ok: "## Request body",
      notOk:
        "## Tides\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|tide|String|Height of the water.|\n\n## Request body",
    },
  },
  "parameter-name-unreadable": {
    severity: "error",
    message: 'Unexpected name "{text}" of a header or parameter, expected a single name',
    description: "A row of a table of request headers or parameters does not begin with a valid name.",
    why: "The header or parameter is missing from the package.",
    advice: "Write only the name in the first cell, as the service spells it.",
    example: {
      page: "api/boat-get.md",
      ok: "## Response\n",
      notOk: "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Prefer, Accept|Two.|\n\n## Response\n",
    },
  },
  "property-name-unreadable": {
    severity: "error",
    message: 'Unexpected property name "{text}", expected a single name',
    description: "A row does not contain a valid property name.",
    why: "The property is missing from the package.",
    advice: "Write only the name in the first cell, as the service spells it.",
    example: { page: "resources/boat.md", ok: "|length|", notOk: "|length and beam|" },
  },
  "name-torn": {
    severity: "error",
    message: 'Unexpected space in the name "{text}", expected a single word as in the other rows',
    description: "The name of a property or of an enum member contains a space, although the other names have none.",
    why: "The package has a name that the service does not know.",
    advice: "Write the name as the service spells it.",
    example: { page: "resources/boat.md", ok: "|length|", notOk: "|len gth|" },
  },
  "request-line-unreadable": {
    severity: "error",
    message: "Unexpected {found} in an HTTP request block, expected a method and a URL; the request is lost",
    description: "A line in an HTTP request block is not a request, or its URL has a character that no URL has.",
    why: "The request is missing from the package.",
    advice: "Write one request per line: a method and a URL.",
    example: {
      page: "api/boat-get.md",
      ok: "GET /boats/{boatId}\n",
      notOk: "GET /boats/{boatId}\nor by the name of the boat\n",
    },
  },
  "request-outside-section": {
    severity: "error",
    message:
      "Unexpected request {request} above the HTTP request section, expected it in that section; the request is lost",
    description: "A list of requests above `## HTTP request` has one that the section does not have.",
    why: "The request is missing from the package.",
    advice: "Move the request into the HTTP request section, or document it on a page of its own.",
    example: {
      page: "api/boat-get.md",
      ok: "Reads a [boat](../resources/boat.md).\n",
      notOk: "Reads a [boat](../resources/boat.md).\n\n```http\nGET /boats/{boatId}/log\n```\n",
    },
  },
  "request-ellipsis": {
    severity: "error",
    message: "Unexpected ... in the path {path}, expected a complete path; the request is skipped",
    description: "A URL contains `...` instead of segments.",
    why: "A URL with an ellipsis cannot be called.",
    advice: "Write the complete path, with a placeholder for each value.",
    example: {
      page: "api/boat-get.md",
      ok: "GET /boats/{boatId}\n",
      notOk: "GET /boats/{boatId}\nGET /harbours/.../boats/{boatId}\n",
    },
  },
  "request-methods-mixed": {
    severity: "error",
    message: "Unexpected {method} request beside a {first} request, expected a heading that separates the methods",
    description: "A page lists requests of different methods for different URLs without headings between them.",
    why: "The package has one function for all of them, with one body and one response.",
    advice: "Write a heading for each method below `## HTTP request`, or a page for each.",
    example: {
      page: "api/boat-get.md",
      ok: "GET /boats/{boatId}\n",
      notOk: "GET /boats/{boatId}\nPOST /boats/{boatId}/wash\n",
    },
  },
  "request-host": {
    severity: "warning",
    message: 'Unexpected "{text}" before the path {path}, expected a path that begins with /',
    description: "A URL has a host, a version, `~` or other text before its path.",
    why: "The path has to be guessed.",
    advice: "Begin the URL with `/`; the host and the version belong in the examples.",
  },
  "request-key-literal": {
    severity: "warning",
    message: "Unexpected key {key} in a request line, expected a placeholder such as {placeholder}",
    description: "A request line contains the key of one item.",
    why: "The request is about that item alone. The package takes the key as a parameter.",
    advice: "Write a placeholder in the request line, and the key in the example.",
    example: {
      page: "api/boat-get.md",
      ok: "GET /boats/{boatId}",
      notOk: "GET /boats/5e7a1c0d-9b1f-4a56-8c36-0d1f2a3b4c5d",
    },
  },
  "request-arguments-missing": {
    severity: "warning",
    message: 'Unexpected function "{name}" without arguments, expected {expected}',
    description: "A request line calls a function without the required parameters that the page describes.",
    why: "Anyone who copies the line gets an error. The arguments are added in the package.",
    advice: "Write the arguments in the request line.",
  },
  "operation-without-request": {
    severity: "error",
    message: "Unexpected operation page without a request, expected a method and a URL below ## HTTP request",
    description: "An operation page does not state a request.",
    why: "The package has no function for the operation.",
    advice: "Add a code block with a method and a URL below `## HTTP request`.",
    example: {
      page: "api/boat-get.md",
      ok: "``` http\nGET /boats/{boatId}\n```",
      notOk: "Ask for the boat by its identifier.",
    },
  },
  "example-json-invalid": {
    severity: "warning",
    message: "Unexpected JSON in an example ({reason}), expected valid JSON; the body is treated as text",
    description: "The JSON of an example cannot be parsed.",
    why: "The example is treated as text: it is not checked, and the package shows it without types. Nothing is lost: the text arrives as it is, and other sections state the types.",
    advice: "Make the body valid JSON; `...` may stand for omitted members.",
    example: { page: "api/boat-get.md", ok: '"length": 12,', notOk: '"length" 12; 13,' },
  },
  "example-json-lenient": {
    severity: "info",
    message: "Unexpected JSON in an example ({reason}), expected strict JSON; the body is read anyway",
    description: "The JSON of an example contains comments, trailing commas or similar deviations.",
    why: "Anyone who copies the example gets a syntax error.",
    advice: "Remove comments and trailing commas. `--fix` removes a trailing comma.",
    example: { page: "api/boat-get.md", ok: '"isAfloat": true', notOk: '"isAfloat": true,' },
  },
  "example-without-request": {
    severity: "info",
    message: "Unexpected example response without a request, expected a request before it",
    description: "An example shows a response without its request.",
    why: "Readers do not learn which request leads to the response.",
    advice: "Add the request before the response.",
    example: {
      page: "api/boat-get.md",
      ok: `### Request

<!-- { "blockType": "request", "name": "r" } -->
\`\`\` http
GET https://graph.microsoft.com/v1.0/boats/b-7
\`\`\`

`,
      notOk: "",
    },
  },
  "example-host": {
    severity: "warning",
    message: "Unexpected URL {url} in an example, expected the host, a version and a path with forward slashes",
    description: "A URL in an example has a wrong host or backslashes.",
    why: "Anyone who copies the URL gets an error.",
    advice:
      "Write `https://`, the host of the service, a version and a path with `/`. `--fix` corrects a stray `/docs\\api`.",
    example: { page: "api/boat-get.md", ok: "com/v1.0/boats", notOk: "com/docs\\api/boats" },
  },
  "property-case-differs": {
    severity: "warning",
    message: 'Unexpected property "{name}", expected "{shown}" as in the JSON representation',
    description: "A row and the JSON representation spell a property in different case.",
    why: "Names of JSON members are case-sensitive, so one of the two is wrong; that of the JSON representation is used.",
    advice: "Spell the property as the service does, in both places.",
    example: { page: "resources/boat.md", ok: "|length|", notOk: "|Length|" },
  },
  "sketch-invalid": {
    severity: "warning",
    message: "Unexpected JSON representation ({reason}), expected valid JSON; its members are known anyway",
    description: "A JSON representation is not valid JSON.",
    why: "Anyone who copies it gets a syntax error. Nothing is lost: each of its members is readable or has a row.",
    advice: "Make it valid JSON. `--fix` removes a trailing comma.",
    example: { page: "resources/boat.md", ok: "1024,", notOk: "1024; 7," },
  },
  "sketch-unreadable": {
    severity: "error",
    message: "Unexpected JSON representation ({reason}), expected valid JSON; {names} has no row and is lost",
    description: "A JSON representation cannot be parsed, and it shows properties that no table describes.",
    why: "The properties are missing from the package.",
    advice: "Make it valid JSON, and add a row for each property.",
    example: { page: "resources/boat.md", ok: '"length": 1024,', notOk: '"length": 1024,\n  beam: 300,' },
  },
  "enum-member-unreadable": {
    severity: "error",
    message: 'Unexpected enum member "{text}", expected a name',
    description: "A row does not contain a valid member name.",
    why: "The member is missing from the package.",
    advice: "Write only the name in the first cell.",
  },
} as const satisfies Entries;

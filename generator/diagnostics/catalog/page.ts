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
    description: "Most pages have sections or tables that are not recognized, as in translated docs.",
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
  "enum-number-unreadable": {
    severity: "error",
    message: 'Unexpected "{text}" in a column of numbers, expected an integer',
    description: "The number of an enum member is not an integer.",
    why: "The number is unknown, and an enum whose numbers are powers of two may not be recognized as one of flags.",
    advice: "Write the number in digits.",
    example: { page: "resources/sailtype.md", ok: "|spinnaker|2|", notOk: "|spinnaker|two|" },
  },
  "enum-member-unreadable": {
    severity: "error",
    message: 'Unexpected enum member "{text}", expected a name',
    description: "A row does not contain a valid member name.",
    why: "The member is missing from the package.",
    advice: "Write only the name in the first cell.",
  },
} as const satisfies Entries;

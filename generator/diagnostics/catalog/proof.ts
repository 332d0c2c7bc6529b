import type { Entries } from "../entry.ts";

/** Diagnostics of checking examples against their types. */
export const proofEntries = {
  "example-property-undefined": {
    severity: "info",
    message: "Unexpected property {path} in an example, expected a property that a table lists",
    description: "An example shows a property that no table lists.",
    why: "The table is incomplete or the example is outdated, so callers cannot rely on either.",
    advice: "Add a row for the property, or remove it from the example.",
    example: { page: "api/boat-get.md", ok: '"length": 12,', notOk: '"length": 12,\n  "colour": "red",' },
  },
  "example-property-misspelt": {
    severity: "warning",
    message:
      "Unexpected property {path} in an example, expected {suggestion} as in the table or the JSON representation",
    description: "An example spells a property differently than the table or the JSON representation.",
    why: "Anyone who copies the example sends a property that the service does not know.",
    advice: "Spell the property as the service does, in all places.",
    example: { page: "api/boat-get.md", ok: '"length": 12', notOk: '"lenght": 12' },
  },
  "example-property-read-only": {
    severity: "info",
    message: "Unexpected read-only property {path} in an example request, expected only writable properties",
    description: "An example request sends a read-only property.",
    why: "Anyone who copies the request gets an error, or sends a value that the service ignores.",
    advice: "Remove the property from the request.",
    example: { page: "api/boat-post.md", ok: "in the water.", notOk: "in the water. Read-only." },
  },
  "example-property-twice": {
    severity: "warning",
    message: "Unexpected duplicate of {path} in an example, expected each property once",
    description: "An object in an example contains the same property twice.",
    why: "JSON parsers silently use one of the two values.",
    advice: "Remove one of the two.",
    example: { page: "api/boat-get.md", ok: '"length": 12,', notOk: '"length": 12,\n  "length": 13,' },
  },
  "example-property-missing": {
    severity: "warning",
    message: "Unexpected absence of {names} in {path} of an example, expected every required property",
    description: "An example lacks a required property.",
    why: "Anyone who copies the request gets an error.",
    advice: "Add the property, or do not describe it as required.",
    example: {
      page: "api/boat-post.md",
      ok: "in the water.|",
      notOk: "in the water.|\n|name|String|Name of the boat. Required.|",
    },
  },
  "example-value-type": {
    severity: "error",
    message: "Unexpected {value} at {path} in an example, expected {expected}",
    description: "A value in an example does not have the type that the table states.",
    why: "Either the table or the example is wrong; the package follows the table.",
    advice: "Correct the one that is wrong.",
    example: { page: "api/boat-get.md", ok: '"length": 12', notOk: '"length": "twelve"' },
  },
  "example-value-null": {
    severity: "info",
    message: "Unexpected {value} at {path} in an example, expected {expected}",
    description: "An example shows null for a property that is not described as nullable.",
    why: "A program that relies on the table does not handle null.",
    advice: "Show a value, or state that the property can be null.",
  },
  "example-value-unlisted": {
    severity: "error",
    message: "Unexpected {value} at {path} in an example, expected {expected}",
    description: "A value in an example is not in the list of values.",
    why: "Either the list lacks a value of the service, or the example shows a value that does not exist.",
    advice: "Add the value to the list, or use a listed value.",
  },
  "example-value-case": {
    severity: "warning",
    message: "Unexpected {value} at {path} in an example, expected {expected} in this case",
    description: "A value in an example differs in case from the list of values.",
    why: "Values are case-sensitive, so the two are different.",
    advice: "Write the value as in the list.",
  },
  "example-type-unrelated": {
    severity: "info",
    message: "Unexpected {value} at {path} in an example, expected {expected} or a type derived from it",
    description: "The `@odata.type` of an object in an example is not derived from the expected type.",
    why: "An object of this type is not valid at this position.",
    advice: "Correct `@odata.type`, or state the base type on the page of the type.",
  },
} as const satisfies Entries;

import { entry } from "./entry.ts";

/** What reading the facts of one page can say. */
export const pageEntries = {
  "page-without-facts": entry<object>(
    "info",
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
} as const;

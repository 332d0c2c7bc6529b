import { entry } from "./entry.ts";

/** What holding examples against their types can say. */
export const proofEntries = {
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
} as const;

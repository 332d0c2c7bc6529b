import { entry } from "./entry.ts";

/** What linking pages can say. */
export const apiEntries = {
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
  "type-undefined": entry<{ name: string; suggestion: string }>(
    "warning",
    ({ name, suggestion }) =>
      `Unexpected type ${name} that no page defines, expected a resource page${suggestion === "" ? "; an open type is made of what is known" : suggestion}`,
  ),
  "type-unreadable": entry<{ text: string; suggestion: string }>(
    "warning",
    ({ text, suggestion }) =>
      `Unexpected type "${text}", expected a primitive or the name of a resource or enum${suggestion}`,
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
} as const;

/**
 * Headings and column titles of the dialect with their canonical kinds. This file is the only place for a synonym that
 * appears in new docs.
 */
export type SectionKind =
  | "permissions"
  | "httpRequest"
  | "queryParameters"
  | "pathParameters"
  | "functionParameters"
  | "requestHeaders"
  | "requestBody"
  | "response"
  | "examples"
  | "properties"
  | "relationships"
  | "methods"
  | "jsonRepresentation"
  | "members"
  | "derivedTypes";

const HEADINGS: readonly (readonly [SectionKind, RegExp])[] = [
  ["permissions", /^(?:permissions|prerequisites)\b/i],
  ["httpRequest", /^http requests?\b/i],
  ["queryParameters", /^(?:(?:optional|odata|request|supported|url)\s+)*query (?:string )?parameters$/i],
  ["pathParameters", /^(?:url |request )?path parameters$/i],
  ["functionParameters", /^function parameters$/i],
  ["requestHeaders", /^(?:optional )?request headers?$/i],
  ["requestBody", /^(?:request body|parameters)$/i],
  ["response", /^response(?:s| body)?$/i],
  ["examples", /^exa[mx]*ples?\b/i],
  ["properties", /^(?:\w+ )?propert(?:y|ies)$/i],
  ["relationships", /^relationships?$/i],
  ["methods", /^(?:methods?|functions|tasks\b.*)$/i],
  ["jsonRepresentation", /^json representation$/i],
  ["members", /^members$/i],
  ["derivedTypes", /^derived types?$/i],
];

/** Canonical kind of a heading, or null for any other heading. */
export function sectionKind(heading: string): SectionKind | null {
  return HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;
}

export type ColumnKind =
  "name" | "type" | "description" | "value" | "returnType" | "permissionType" | "least" | "higher";

const COLUMNS: readonly (readonly [ColumnKind, RegExp])[] = [
  ["permissionType", /^permission type$/i],
  ["least", /^least privileged permissions?$/i],
  ["higher", /^higher privileged permissions?$/i],
  [
    "name",
    /^(?:(?:property|relationship|parameter|header|query|query parameter|query option|path parameter|function parameter|attribute|facet|member|method|function|task|common task|name)(?: name)?)$/i,
  ],
  ["type", /^(?:type|data type)$/i],
  ["returnType", /^return type$/i],
  ["value", /^(?:(?:int |numeric )?value)$/i],
  ["description", /^(?:descriptions?|details|notes?|comments?|remarks?)$/i],
];

/** Canonical kind of a column title, or null for an unknown one. */
export function columnKind(title: string): ColumnKind | null {
  return COLUMNS.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

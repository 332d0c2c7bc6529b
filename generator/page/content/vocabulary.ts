/**
 * Headings and column titles of the dialect with their canonical kinds. This file is the only place for a synonym that
 * appears in new docs.
 */
export const SECTION_KINDS = [
  ...(["permissions", "httpRequest", "queryParameters", "pathParameters", "functionParameters"] as const),
  ...(["requestHeaders", "requestBody", "response", "examples", "properties", "relationships", "methods"] as const),
  ...(["jsonRepresentation", "members", "derivedTypes"] as const),
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

const HEADINGS: readonly (readonly [SectionKind, RegExp])[] = [
  ["permissions", /^(?:permissions|prerequisites)\b/i],
  ["httpRequest", /^http requests?\b/i],
  ["queryParameters", /^(?:(?:optional|odata|request|supported|url)\s+)*query (?:(?:string )?parameters|options)$/i],
  ["pathParameters", /^(?:url |request )?path parameters$/i],
  ["functionParameters", /^function parameters$/i],
  ["requestHeaders", /^(?:optional )?request headers?$/i],
  ["requestBody", /^(?:request body|parameters)$/i],
  ["response", /^response(?:s| body)?$/i],
  ["examples", /^exa[mx]*ples?\b/i],
  ["relationships", /^(?:relationships?|navigation propert(?:y|ies))$/i],
  ["properties", /^(?:\w+ )?propert(?:y|ies)$/i],
  ["methods", /^(?:methods?|functions|tasks\b.*)$/i],
  ["jsonRepresentation", /^json representation$/i],
  ["members", /^members$/i],
  ["derivedTypes", /^derived types?$/i],
];

/** The heading that stands for each kind. */
export const CANONICAL_HEADINGS: Readonly<Record<SectionKind, string>> = {
  permissions: "Permissions",
  httpRequest: "HTTP request",
  queryParameters: "Query parameters",
  pathParameters: "Path parameters",
  functionParameters: "Function parameters",
  requestHeaders: "Request headers",
  requestBody: "Request body",
  response: "Response",
  examples: "Examples",
  properties: "Properties",
  relationships: "Relationships",
  methods: "Methods",
  jsonRepresentation: "JSON representation",
  members: "Members",
  derivedTypes: "Derived types",
};

/** Most headings are canonical. */
const CANONICAL = new Map(SECTION_KINDS.map((kind) => [CANONICAL_HEADINGS[kind], kind]));

/** Headings with a kind are not longer, unless they begin an example; marks around longer ones are not removed. */
const LONGEST = 200;

/** Canonical kind of a heading, or null for any other heading. */
export function sectionKind(heading: string): SectionKind | null {
  const words = bareHeading(heading);
  const canonical = CANONICAL.get(words);
  if (canonical !== undefined) return canonical;
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** A heading without its number, an anchor such as `{#properties}` and a colon at the end. */
export function bareHeading(heading: string): string {
  if (heading.length > LONGEST) return heading;
  return heading
    .replace(/\{#[^{}]*\}$/, "")
    .replace(/^\d+(?:\.\d+){0,5}[.)]?\s+/, "")
    .replace(/[\s:.]{1,10}$/, "");
}

/** Headings below which tables describe responses and other pages. */
export const NO_FACTS = /^(?:see also|related|errors?|exceptions?|remarks?|notes?|[45]\d\d)\b/i;

/** A heading that is only a name in camel case, such as `### chatType`. */
export const NAME_HEADING = /^[a-z]+(?:[A-Z][a-z0-9]*)+$/;

/** A heading that names an enum and says that its values follow: `### chatType values`. */
export const VALUES_HEADING =
  /^(?:the\s+)?(?!(?:possible|supported|allowed|valid)\s)([A-Za-z][\w.]*)\s+(?:values?|enum(?:eration)?(?:\s+(?:values?|type))?|members?|options)$/i;

export const COLUMN_KINDS = [
  ...(["name", "type", "description", "value", "returnType", "required", "permissionType"] as const),
  ...(["least", "higher"] as const),
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

const COLUMNS: readonly (readonly [ColumnKind, RegExp])[] = [
  ["permissionType", /^permission types?(?:\s*\([^()]*\))?$/i],
  ["least", /^least privileged permissions?$/i],
  ["higher", /^higher privileged permissions?$/i],
  [
    "name",
    /^(?:(?:propert(?:y|ies)|relationships?|parameters?|headers?|query|query parameter|query option|path parameter|function parameter|attribute|facet|member|method|function|task|common task|name)(?: name)?)$/i,
  ],
  ["type", /^(?:type|data type)$/i],
  ["returnType", /^return type$/i],
  ["required", /^(?:required|mandatory)\s*(?:\?|\(y\/n\))?$/i],
  ["value", /^(?:(?:int |numeric )?value|values)$/i],
  ["description", /^(?:descriptions?|details|notes?|comments?|remarks?)$/i],
];

/** Canonical kind of a column title, or null for an unknown one. */
export function columnKind(title: string): ColumnKind | null {
  const words = title.replace(/[\s\\:*]{1,10}$/, "");
  return COLUMNS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

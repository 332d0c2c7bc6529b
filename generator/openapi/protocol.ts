import { schemaReference } from "./component.ts";
import type { Named, Parameter, Reference, Response, Schema } from "./document.ts";

const TEXT: Schema = { type: "string" };
const COUNT: Schema = { type: "integer", format: "int64" };
const NAMES: Schema = { type: "array", items: TEXT };

/** Names of the schemas that the protocol gives, in a namespace of its own. */
const COLLECTION = "odata.collection";
const ERROR = "odata.error";
const REFERENCE = "odata.reference";

/**
 * What every OData service sends.
 *
 * @see https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html#sec_ControlInformation
 */
export const PROTOCOL_SCHEMAS: Named<Schema> = {
  [COLLECTION]: {
    type: "object",
    description: "A page of a collection; `@odata.nextLink` leads to the next one.",
    properties: {
      "@odata.context": TEXT,
      "@odata.count": COUNT,
      "@odata.nextLink": { type: "string", format: "uri" },
      "@odata.deltaLink": { type: "string", format: "uri" },
    },
  },
  [ERROR]: {
    type: "object",
    required: ["error"],
    properties: {
      error: {
        type: "object",
        required: ["code", "message"],
        properties: {
          code: TEXT,
          message: TEXT,
          target: { type: ["string", "null"] },
          details: { type: "array", items: { type: "object", properties: { code: TEXT, message: TEXT } } },
          innerError: { type: "object", additionalProperties: true },
        },
      },
    },
  },
  [REFERENCE]: {
    type: "object",
    description: "Names another resource by its URL.",
    required: ["@odata.id"],
    properties: { "@odata.id": { type: "string", format: "uri-reference" } },
  },
};

/** A page of a collection of items. */
export function collectionSchema(items: Schema): Schema {
  const value: Schema = { type: "object", required: ["value"], properties: { value: { type: "array", items } } };
  return { allOf: [schemaReference(COLLECTION), value] };
}

/** A single value that JSON cannot hold on its own. */
export function wrappedSchema(value: Schema): Schema {
  return { type: "object", required: ["value"], properties: { "@odata.context": TEXT, value } };
}

export const REFERENCE_SCHEMA: Reference = schemaReference(REFERENCE);

export const PROTOCOL_RESPONSES: Named<Response> = {
  error: {
    description: "The request failed.",
    content: { "application/json": { schema: schemaReference(ERROR) } },
  },
};

export const ERROR_RESPONSE: Reference = { $ref: "#/components/responses/error" };

function option(name: string, description: string, schema: Schema): Parameter {
  const list = schema.type === "array" ? { style: "form" as const, explode: false } : {};
  return { name, in: "query", description, ...list, schema };
}

/** @see https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html#sec_SystemQueryOptions */
export const QUERY_OPTIONS: Named<Parameter> = {
  select: option("$select", "Properties to return.", NAMES),
  expand: option("$expand", "Related resources to include.", NAMES),
  filter: option("$filter", "Condition that the items meet.", TEXT),
  orderby: option("$orderby", "Properties to sort by, each with `asc` or `desc`.", NAMES),
  search: option("$search", "Text that the items contain.", TEXT),
  count: option("$count", "Whether to tell the number of all items.", { type: "boolean" }),
  top: option("$top", "How many items to return at most.", { type: "integer", format: "int32" }),
  skip: option("$skip", "How many items to leave out at the beginning.", { type: "integer", format: "int32" }),
};

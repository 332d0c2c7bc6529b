import { schemaReference } from "./schema/component.ts";
import type { Named, Parameter, Reference, Response, Schema } from "./model.ts";

const TEXT: Schema = { type: "string" };
const COUNT: Schema = { type: "integer", format: "int64" };
const NAMES: Schema = { type: "array", items: TEXT };

/** Names of the schemas that the protocol defines, in a separate namespace. */
const COLLECTION = "odata.collection";
const ERROR = "odata.error";
const REFERENCE = "odata.reference";

/**
 * Schemas that all OData services share.
 *
 * @see https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html#sec_ControlInformation
 */
export const PROTOCOL_SCHEMAS: Named<Schema> = {
  [COLLECTION]: {
    type: "object",
    description: "One page of a collection; `@odata.nextLink` is the URL of the next page.",
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
    description: "Refers to another resource by its URL.",
    required: ["@odata.id"],
    properties: { "@odata.id": { type: "string", format: "uri-reference" } },
  },
};

/** Schema of one page of a collection. */
export function collectionSchema(items: Schema): Schema {
  const value: Schema = { type: "object", required: ["value"], properties: { value: { type: "array", items } } };
  return { allOf: [schemaReference(COLLECTION), value] };
}

/** Schema of a single value that the service wraps in an object. */
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
  filter: option("$filter", "Condition that items must meet.", TEXT),
  orderby: option("$orderby", "Properties to sort by, each optionally followed by `asc` or `desc`.", NAMES),
  search: option("$search", "Text to search for.", TEXT),
  count: option("$count", "Whether to include the total number of items.", { type: "boolean" }),
  top: option("$top", "Maximum number of items to return.", { type: "integer", format: "int32" }),
  skip: option("$skip", "Number of items to skip.", { type: "integer", format: "int32" }),
};

import type { Schema } from "./document.ts";

const TEXT: Schema = { type: "string" };

/**
 * How OData's primitive types look in JSON.
 *
 * @see https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html#sec_PrimitiveValue
 * @see https://spec.openapis.org/registry/format/
 */
const PRIMITIVES: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ["Edm.Boolean", { type: "boolean" }],
  ["Edm.Byte", { type: "integer", format: "uint8" }],
  ["Edm.SByte", { type: "integer", format: "int8" }],
  ["Edm.Int16", { type: "integer", format: "int16" }],
  ["Edm.Int32", { type: "integer", format: "int32" }],
  ["Edm.Int64", { type: "integer", format: "int64" }],
  ["Edm.Single", { type: "number", format: "float" }],
  ["Edm.Double", { type: "number", format: "double" }],
  ["Edm.Decimal", { type: "number", format: "decimal" }],
  ["Edm.String", TEXT],
  ["Edm.Guid", { type: "string", format: "uuid" }],
  ["Edm.Date", { type: "string", format: "date" }],
  ["Edm.DateTimeOffset", { type: "string", format: "date-time" }],
  ["Edm.TimeOfDay", { type: "string", format: "time-local" }],
  ["Edm.Duration", { type: "string", format: "duration" }],
  ["Edm.Binary", { type: "string", contentEncoding: "base64url" }],
  // A stream is a resource of its own; where JSON has its bytes, they are base64url text.
  ["Edm.Stream", { type: "string", contentEncoding: "base64url" }],
]);

/** Whether a type is one of OData's own. */
export function isPrimitive(type: string): boolean {
  return type.startsWith("Edm.");
}

/** Schema of a primitive type; any JSON for an untyped one. */
export function primitiveSchema(type: string): Schema {
  return PRIMITIVES.get(type) ?? {};
}

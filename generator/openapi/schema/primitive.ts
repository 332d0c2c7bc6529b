import type { Schema } from "../model.ts";

const TEXT: Schema = { type: "string" };

/** The format `duration` of JSON Schema has neither a sign nor fractions of a second, which OData has. */
const DURATION: Schema = {
  type: "string",
  pattern: String.raw`^-?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$`,
};

/**
 * Schemas of the JSON values of OData's primitive types.
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
  ["Edm.Duration", DURATION],
  ["Edm.Binary", { type: "string", contentEncoding: "base64url" }],
  // A stream is a separate resource; if JSON contains its bytes, they are base64url text.
  ["Edm.Stream", { type: "string", contentEncoding: "base64url" }],
]);

/** Schema of a primitive type; `Edm.Untyped` allows any JSON. */
export function primitiveSchema(type: string): Schema {
  return PRIMITIVES.get(type) ?? {};
}

/** Edm types by every spelling that the dialect uses, in lower case and without `Edm.`. */
const PRIMITIVES: ReadonlyMap<string, string> = new Map([
  ["string", "Edm.String"],
  ["strings", "Edm.String"],
  ["text", "Edm.String"],
  ["url", "Edm.String"],
  ["uri", "Edm.String"],
  ["boolean", "Edm.Boolean"],
  ["bool", "Edm.Boolean"],
  ["byte", "Edm.Byte"],
  ["sbyte", "Edm.SByte"],
  ["int16", "Edm.Int16"],
  ["int", "Edm.Int32"],
  ["int32", "Edm.Int32"],
  ["integer", "Edm.Int32"],
  ["int64", "Edm.Int64"],
  ["long", "Edm.Int64"],
  ["single", "Edm.Single"],
  ["float", "Edm.Single"],
  ["double", "Edm.Double"],
  ["number", "Edm.Double"],
  ["decimal", "Edm.Decimal"],
  ["guid", "Edm.Guid"],
  ["uuid", "Edm.Guid"],
  ["datetimeoffset", "Edm.DateTimeOffset"],
  ["datetime", "Edm.DateTimeOffset"],
  ["timestamp", "Edm.DateTimeOffset"],
  ["string (timestamp)", "Edm.DateTimeOffset"],
  ["date", "Edm.Date"],
  ["timeofday", "Edm.TimeOfDay"],
  ["duration", "Edm.Duration"],
  ["binary", "Edm.Binary"],
  ["bytes", "Edm.Binary"],
  ["stream", "Edm.Stream"],
  ["json", "Edm.Untyped"],
  ["json object", "Edm.Untyped"],
  ["untyped", "Edm.Untyped"],
  ["untyped json object", "Edm.Untyped"],
  ["object", "Edm.Untyped"],
  ["error object", "Edm.Untyped"],
  ["string/number", "Edm.Untyped"],
]);

/**
 * Edm type of a primitive, or null for any other name.
 *
 * @see https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_PrimitiveTypes
 */
export function primitiveOf(name: string): string | null {
  return PRIMITIVES.get(name.toLowerCase().replace(/^edm\./, "")) ?? null;
}

import { isJsonArray, isJsonObject, type Json } from "../../util/json.ts";

const TIMESTAMP = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/;

/** Type of an example value; an object without `@odata.type` is untyped. */
export function sampleType(value: Json): { readonly type: string; readonly collection: boolean } {
  if (!isJsonArray(value)) return { type: scalarType(value), collection: false };
  return { type: scalarType(value[0] ?? null), collection: true };
}

function scalarType(value: Json): string {
  if (typeof value === "boolean") return "Edm.Boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "Edm.Int32" : "Edm.Double";
  if (typeof value === "string") return TIMESTAMP.test(value) ? "Edm.DateTimeOffset" : "Edm.String";
  return "Edm.Untyped";
}

/** The qualified type that an object states in `@odata.type`, without `#`, or null. */
export function statedType(value: Json): string | null {
  const stated = isJsonObject(value) ? value["@odata.type"] : undefined;
  const isQualified = typeof stated === "string" && /^#?(?:[A-Za-z]\w*\.)+[A-Za-z]\w*$/.test(stated);
  return isQualified ? stated.replace(/^#/, "") : null;
}

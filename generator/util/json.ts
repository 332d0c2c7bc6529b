/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Copies parsed data as plain JSON values, without prototypes or `undefined`. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object") return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)]));
}

/** Parses the text of a JSON object; any other text results in an empty object. */
export function parseJsonObject(text: string): JsonObject {
  try {
    const value = toJson(JSON.parse(text));
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Whether a value is a JSON array. */
export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a value is a JSON object. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Items of an OData collection: `value` is an array, and all other members are annotations, such as `@odata.nextLink`.
 * Null for any other value, such as `{"key": "k", "value": []}`.
 */
export function collectionItems(value: Json): readonly Json[] | null {
  if (!isJsonObject(value) || !isJsonArray(value.value)) return null;
  const isAnnotation = (name: string) => name.includes("@") || name.startsWith("odata.");
  return Object.keys(value).every((name) => name === "value" || isAnnotation(name)) ? value.value : null;
}

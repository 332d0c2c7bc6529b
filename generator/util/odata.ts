import { isJsonObject, type Json, type JsonObject } from "./json.ts";

/** Conventions of OData and of Microsoft Graph that several stages rely on. */

/** Enum member with which a service reserves the right to add members. */
export const FUTURE_MEMBER = "unknownFutureValue";

/** Request headers, in lower case, that the client sets itself. */
export const CLIENT_HEADERS: ReadonlySet<string> = new Set([
  "authorization",
  "content-type",
  "accept",
  "content-length",
  "host",
]);

/** Full wire name of a type or an enum. */
export function fullName(item: { readonly namespace: string; readonly name: string }): string {
  return `${item.namespace}.${item.name}`;
}

/** Whether a full wire name refers to a primitive type. */
export function isPrimitive(type: string): boolean {
  return type.startsWith("Edm.");
}

/** Whether a body is an object that only wraps a `value`, with or without annotations. */
export function isValueWrapper(body: Json): body is JsonObject {
  return (
    isJsonObject(body) && "value" in body && Object.keys(body).every((key) => key === "value" || key.startsWith("@"))
  );
}

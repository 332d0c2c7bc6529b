import { isJsonArray, isJsonObject, toJson, type Json, type JsonObject } from "../util/json.ts";
import type { OpenApiDocument } from "./model.ts";

/** The value of null, which OpenAPI 3.0 can only describe beside a type. */
const NULL: JsonObject = { type: "object", nullable: true, enum: [null] };

/** Bytes have no schema in 3.1, and a format in 3.0. */
const BYTES: JsonObject = { type: "string", format: "binary" };

/**
 * Rewrites a document of OpenAPI 3.1 as one of 3.0: in its schemas, null is not a type, a reference has no siblings, and
 * there is neither `const` nor `contentEncoding`.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-object
 */
export function toVersion30(document: OpenApiDocument): Json {
  const bearer = Object.values(document.components.securitySchemes).some(({ type }) => type === "http");
  const rewritten = rewrite(toJson(document), bearer);
  return isJsonObject(rewritten) ? { ...rewritten, openapi: "3.0.4" } : rewritten;
}

/** Parts of the document around its schemas. */
function rewrite(part: Json, bearer: boolean): Json {
  if (isJsonArray(part)) return part.map((item) => rewrite(item, bearer));
  if (!isJsonObject(part)) return part;
  return mapValues(part, (value, key) => {
    switch (key) {
      case "schema":
        return rewriteSchema(value);
      case "schemas":
        return isJsonObject(value) ? mapValues(value, rewriteSchema) : value;
      case "content":
        return isJsonObject(value) ? mapValues(value, (media) => rewriteMedia(media, bearer)) : value;
      case "security":
        return bearer ? withoutScopes(value) : value;
      case "examples":
      case "x-contradicting-examples":
      case "x-permissions":
        return value;
      default:
        return rewrite(value, bearer);
    }
  });
}

function rewriteMedia(media: Json, bearer: boolean): Json {
  return isJsonObject(media) && Object.keys(media).length === 0 ? { schema: BYTES } : rewrite(media, bearer);
}

/** Only OAuth 2 has scopes in 3.0. */
function withoutScopes(security: Json): Json {
  const schemes = isJsonArray(security)
    ? security.flatMap((item) => (isJsonObject(item) ? Object.keys(item) : []))
    : [];
  return [...new Set(schemes)].map((scheme) => ({ [scheme]: [] }));
}

function rewriteSchema(schema: Json): Json {
  if (!isJsonObject(schema)) return schema;
  const { $ref, ...siblings } = schema;
  if ($ref !== undefined)
    return Object.keys(siblings).length === 0 ? schema : { allOf: [{ $ref }], ...rewriteSchemaObject(siblings) };
  return rewriteSchemaObject(schema);
}

function rewriteSchemaObject(schema: JsonObject): JsonObject {
  const { type, const: constant, contentEncoding, anyOf, ...others } = schema;
  const entries = Object.entries(others).map(([key, value]) => [key, rewriteKeyword(key, value)] as const);
  return {
    ...typeOf(type),
    ...(isJsonArray(anyOf) ? { anyOf: anyOf.map((item) => (isNull(item) ? NULL : rewriteSchema(item))) } : {}),
    ...Object.fromEntries(entries),
    ...(constant === undefined ? {} : { enum: [constant] }),
    ...(contentEncoding === undefined ? {} : { format: contentEncoding }),
  };
}

function rewriteKeyword(key: string, value: Json): Json {
  switch (key) {
    case "items":
    case "not":
    case "additionalProperties":
      return rewriteSchema(value);
    case "allOf":
    case "oneOf":
      return isJsonArray(value) ? value.map(rewriteSchema) : value;
    case "properties":
      return isJsonObject(value) ? mapValues(value, rewriteSchema) : value;
    default:
      return value;
  }
}

/** A type that includes null is nullable. */
function typeOf(type: Json | undefined): JsonObject {
  if (!isJsonArray(type)) return type === undefined ? {} : { type };
  const [only = "object"] = type.filter((item) => item !== "null");
  return { type: only, ...(type.includes("null") ? { nullable: true } : {}) };
}

function isNull(schema: Json): boolean {
  return isJsonObject(schema) && schema.type === "null";
}

function mapValues(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

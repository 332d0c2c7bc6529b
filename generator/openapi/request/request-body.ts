import type { OperationModel, RequestBodyModel } from "../../api/model.ts";
import type { Components } from "../schema/component.ts";
import { requestExamples } from "../example.ts";
import { described, type MediaType, type Named, type RequestBody, type Schema } from "../model.ts";
import { REFERENCE_SCHEMA } from "../protocol.ts";
import { propertySchemas, valueSchema } from "../schema/value-schema.ts";

/** Uses the body's own property table, or its type if there is no table. */
function jsonSchema(body: RequestBodyModel, components: Components): Schema {
  if (body.properties.length === 0) {
    const { type, collection } = body;
    return type === null || type === "unknown" ? { type: "object" } : valueSchema({ type, collection }, components);
  }
  const rows = body.properties.filter((property) => !property.readOnly);
  const required = [...new Set(rows.filter((row) => row.required).map((row) => row.name))];
  return {
    type: "object",
    properties: { "@odata.type": { type: "string" }, ...propertySchemas(rows, components) },
    ...needsOf(required, body.unless),
  };
}

/** Required properties, or one of those that make them optional. */
function needsOf(required: readonly string[], unless: readonly string[]): Pick<Schema, "required" | "anyOf"> {
  if (required.length === 0) return {};
  return unless.length === 0
    ? { required }
    : { anyOf: [{ required }, ...unless.map((name) => ({ required: [name] }))] };
}

function contentType(operation: OperationModel): string | null {
  const sent = operation.examples.flatMap(({ request }) =>
    Object.entries(request?.headers ?? {}).filter(([name]) => name.toLowerCase() === "content-type"),
  );
  const stated = sent[0]?.[1].trim() ?? "";
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(stated) && !/json/i.test(stated) ? stated : null;
}

function contentOf(
  operation: OperationModel,
  body: RequestBodyModel,
  method: string,
  components: Components,
): Named<MediaType> {
  const examples = requestExamples(operation, method);
  switch (body.kind) {
    case "json":
      return {
        "application/json": { schema: jsonSchema(body, components), ...examples },
        ...(body.content === undefined ? {} : { [body.content]: {} }),
      };
    case "reference":
      return { "application/json": { schema: REFERENCE_SCHEMA, ...examples } };
    case "text":
      return { [contentType(operation) ?? "text/plain"]: { schema: { type: "string" } } };
    case "binary":
      // Bytes have no schema in OpenAPI 3.1.
      return { [contentType(operation) ?? "application/octet-stream"]: {} };
    case "multipart":
      return { [contentType(operation) ?? "multipart/form-data"]: {} };
  }
}

/**
 * Describes the request body of an operation.
 *
 * @param method method of the request; examples of other methods are omitted
 * @returns null if the page documents no body, or the method does not allow one
 */
export function requestBodyOf(operation: OperationModel, method: string, components: Components): RequestBody | null {
  const body = operation.requestBody;
  if (body === null || ["GET", "HEAD", "DELETE"].includes(method)) return null;
  return {
    ...described(body.description),
    required: body.optional !== true,
    content: contentOf(operation, body, method, components),
  };
}

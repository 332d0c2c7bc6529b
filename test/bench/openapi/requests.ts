import type { MediaType, OpenApiDocument, Operation, Parameter, Response } from "../../../generator/openapi/model.ts";
import { toJson, type Json } from "../../../generator/util/json.ts";

/** A request that a document describes, with what may answer it. */
export interface DocumentedRequest {
  readonly operation: string;
  readonly method: string;
  /** Path and query, below the URL of the server. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** The JSON body, if the document has an example of it. */
  readonly json: Json | null;
  readonly status: number;
  /** Examples of the response; without any, every body is right. */
  readonly answers: readonly Json[];
}

/** Makes a request of each operation of a document, with made-up values for its parameters and its first example. */
export function documentedRequests(document: OpenApiDocument): readonly DocumentedRequest[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => requestOf(document, path, method, operation)),
  );
}

function requestOf(document: OpenApiDocument, path: string, method: string, operation: Operation): DocumentedRequest {
  const parameters = (operation.parameters ?? []).map((item) => parameterOf(document, item));
  const placed = (place: Parameter["in"]) => parameters.filter((item) => item.in === place && item.required === true);
  const query = new URLSearchParams(Object.fromEntries(placed("query").map((item) => [item.name, valueOf(item)])));
  const url = placed("path").reduce((text, item) => text.replaceAll(`{${item.name}}`, valueOf(item)), path);
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const example = media === undefined ? [] : examplesOf(media);
  const json = type?.includes("json") === true ? (example[0] ?? null) : null;
  const [status = "200", response] = Object.entries(operation.responses)[0] ?? [];
  return {
    operation: operation.operationId,
    method: method.toUpperCase(),
    url: query.size === 0 ? url : `${url}?${query.toString()}`,
    headers: {
      // Whoever checks security needs a token of any kind.
      authorization: "Bearer made-up",
      ...Object.fromEntries(placed("header").map((item) => [item.name, valueOf(item)])),
      ...(type === undefined ? {} : { "content-type": type }),
    },
    body: type === undefined ? null : bodyText(example[0]),
    json,
    status: Number(status),
    answers: response === undefined ? [] : answersOf(document, response),
  };
}

function bodyText(example: Json | undefined): string {
  return typeof example === "string" ? example : JSON.stringify(example ?? {});
}

function parameterOf(document: OpenApiDocument, item: Parameter | { readonly $ref: string }): Parameter {
  if (!("$ref" in item)) return item;
  const found = document.components.parameters[lastSegment(item.$ref)];
  if (found === undefined) throw new Error(`Unexpected reference ${item.$ref}, expected a parameter`);
  return found;
}

function answersOf(document: OpenApiDocument, item: Response | { readonly $ref: string }): readonly Json[] {
  const response = "$ref" in item ? document.components.responses[lastSegment(item.$ref)] : item;
  const [media] = Object.values(response?.content ?? {});
  return media === undefined ? [] : examplesOf(media);
}

function examplesOf(media: MediaType): readonly Json[] {
  return Object.values(media.examples ?? {}).map(({ value }) => toJson(value));
}

function lastSegment(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

const VALUES: Readonly<Record<string, string>> = {
  integer: "1",
  number: "1",
  boolean: "true",
  date: "2024-01-02",
  "date-time": "2024-01-02T03:04:05Z",
  uuid: "00000000-0000-4000-8000-000000000001",
};

function valueOf({ schema }: Parameter): string {
  if (schema === undefined || !("type" in schema || "enum" in schema)) return "x";
  const [first] = schema.enum ?? [];
  if (typeof first === "string") return first;
  const type = typeof schema.type === "string" ? schema.type : "string";
  return VALUES[schema.format ?? ""] ?? VALUES[type] ?? "x";
}

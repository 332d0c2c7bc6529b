import type { OperationModel, PathParameterModel, RequestModel } from "../../api/model.ts";
import { CLIENT_HEADERS, isPrimitive } from "../../util/odata.ts";
import type { Components } from "../schema/component.ts";
import { described, type Parameter, type Reference } from "../model.ts";
import { QUERY_OPTIONS } from "../protocol.ts";
import { optionReference } from "./query-options.ts";
import { typeSchema, valueSchema } from "../schema/value-schema.ts";

/** Describes a path parameter under the name that it has in the template. */
export function pathParameter(parameter: PathParameterModel, name: string, components: Components): Parameter {
  const isPlain = isPrimitive(parameter.type) || components.enums.has(parameter.type);
  return {
    name,
    in: "path",
    required: true,
    ...described(parameter.description),
    schema: isPlain ? typeSchema(parameter.type, components) : { type: "string" },
    ...(parameter.form === "filePath" ? { "x-ms-skip-url-encoding": true } : {}),
  };
}

const HEADER = /^[!#$%&'*+.^_`|~\w-]+$/;

function headerParameters(operation: OperationModel): readonly Parameter[] {
  const seen = new Set(CLIENT_HEADERS);
  return operation.headers.flatMap(({ name, description, required }) => {
    const key = name.toLowerCase();
    if (!HEADER.test(name) || seen.has(key)) return [];
    seen.add(key);
    return [{ name, in: "header" as const, required, ...described(description), schema: { type: "string" as const } }];
  });
}

const QUERY_NAME = /^[$@]?[A-Za-z][\w.-]*$/;

/** Names of the query parameters that a documented URL shows. */
function writtenNames(request: RequestModel): readonly string[] {
  const pieces = (request.queryText ?? "").split("&");
  return pieces.map((piece) => piece.split("=")[0]?.trim() ?? "").filter((name) => QUERY_NAME.test(name));
}

/** OData system query options that apply to a request. */
function systemOptions(
  operation: OperationModel,
  request: RequestModel,
  components: Components,
): readonly (readonly [string, Reference])[] {
  const { type } = operation.response;
  if (request.method !== "GET" || type === null || isPrimitive(type)) return [];
  const all = Object.entries(QUERY_OPTIONS);
  const isRead = operation.response.collection ? all : all.filter(([key]) => key === "select" || key === "expand");
  return isRead.map(([key, { name }]) => [name, optionReference(key, type, components)]);
}

/** Query parameters: OData's own, those that the page lists, and those that its URL shows. */
function queryParameters(
  operation: OperationModel,
  request: RequestModel,
  components: Components,
): readonly (Parameter | Reference)[] {
  const found = new Map<string, Parameter | Reference>(systemOptions(operation, request, components));
  for (const parameter of operation.query) {
    if (found.has(parameter.name) || !QUERY_NAME.test(parameter.name)) continue;
    const isPlain = isPrimitive(parameter.type) || components.enums.has(parameter.type);
    const { name, type, collection, required, description } = parameter;
    const schema = isPlain ? valueSchema({ type, collection }, components) : { type: "string" as const };
    found.set(name, { name, in: "query", required, ...described(description), schema });
  }
  const aliases = new Map(request.parameters.map(({ alias, description }) => [alias, description]));
  for (const name of writtenNames(request)) {
    const required = aliases.has(name) ? { required: true, ...described(aliases.get(name) ?? "") } : {};
    if (!found.has(name)) found.set(name, { name, in: "query", ...required, schema: { type: "string" } });
  }
  return [...found.values()];
}

/** Describes the query parameters and headers of a request. */
export function otherParameters(
  operation: OperationModel,
  request: RequestModel,
  components: Components,
): readonly (Parameter | Reference)[] {
  return [...queryParameters(operation, request, components), ...headerParameters(operation)];
}

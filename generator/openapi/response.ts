import type { OperationModel, RequestModel } from "../api/model.ts";
import { isJsonArray } from "../util/json.ts";
import { isPrimitive, isValueWrapper } from "../util/odata.ts";
import { visibleText } from "../util/visible.ts";
import type { Components } from "./schema/component.ts";
import { responseExamples } from "./example.ts";
import type { MediaType, Named, Reference, Response, Schema } from "./model.ts";
import { collectionSchema, ERROR_RESPONSE, wrappedSchema } from "./protocol.ts";
import { typeSchema } from "./schema/value-schema.ts";

/** Statuses of responses without a body. */
const WITHOUT_BODY = new Set([204, 205, 301, 302, 303, 304, 307, 308]);

/** Reason phrases of RFC 9110. */
const PHRASES: ReadonlyMap<number, string> = new Map([
  [200, "OK"],
  [201, "Created"],
  [202, "Accepted"],
  [204, "No Content"],
  [206, "Partial Content"],
  [207, "Multi-Status"],
  [302, "Found"],
]);

/** Form of the first body that a successful example shows: wrapped list, wrapped value, text, or null for others. */
function shownValue(operation: OperationModel): "list" | "value" | "text" | null {
  const bodies = operation.examples.flatMap(({ response }) =>
    response === null || response.status >= 300 || response.body === null ? [] : [response.body],
  );
  const [body] = bodies;
  if (body === undefined) return null;
  if (typeof body === "string") return "text";
  return isValueWrapper(body) ? (isJsonArray(body.value) ? "list" : "value") : null;
}

/** Primitive values and enum values are wrapped in an object, unless the page shows them unwrapped. */
function jsonSchema(operation: OperationModel, type: string, components: Components): Schema {
  const item = typeSchema(type, components);
  const shown = shownValue(operation);
  if (operation.response.collection) return collectionSchema(item);
  const isValue = isPrimitive(type) || components.enums.has(type);
  const isCall = operation.kind === "function" || operation.kind === "action";
  return isValue && (shown === "value" || (isCall && shown === null)) ? wrappedSchema(item) : item;
}

/** Whether the response is raw content, such as that of a `$value` URL. */
function isContent(operation: OperationModel, request: RequestModel): boolean {
  const { type, collection } = operation.response;
  if (/\/\$value$/i.test(request.path) && request.method === "GET") return true;
  if (collection || shownValue(operation) === "list" || shownValue(operation) === "value") return false;
  return type === null ? operation.kind === "getContent" : type === "Edm.Stream" || type === "Edm.Binary";
}

function contentOf(
  operation: OperationModel,
  request: RequestModel,
  status: number,
  components: Components,
): Named<MediaType> | null {
  if (isContent(operation, request)) return { "application/octet-stream": {} };
  const { type } = operation.response;
  if (type === null) return null;
  if (type === "Edm.String" && shownValue(operation) === "text")
    return { "text/plain": { schema: { type: "string" } } };
  const schema = jsonSchema(operation, type, components);
  return { "application/json": { schema, ...responseExamples(operation, status) } };
}

/** Redirects and accepted operations have a `Location` header. */
function headersOf(status: number): Pick<Response, "headers"> {
  if (status !== 202 && (status < 300 || status > 399)) return {};
  const description = status === 202 ? "URL at which to poll the status of the operation." : "URL of the content.";
  return { headers: { Location: { description, schema: { type: "string", format: "uri" } } } };
}

/** Describes the responses of an operation by status; the default response is an error. */
export function responsesOf(
  operation: OperationModel,
  request: RequestModel,
  components: Components,
): Named<Response | Reference> {
  const { statuses, status: first, description } = operation.response;
  const documented = [...new Set([first, ...statuses])].sort((a, b) => a - b);
  const responses = documented.map((status) => {
    const content = WITHOUT_BODY.has(status) ? null : contentOf(operation, request, status, components);
    const text = status === first && description !== "" ? visibleText(description) : (PHRASES.get(status) ?? "Success");
    const response = { description: text, ...headersOf(status), ...(content === null ? {} : { content }) };
    return [String(status), response] as const;
  });
  return { ...Object.fromEntries(responses), default: ERROR_RESPONSE };
}

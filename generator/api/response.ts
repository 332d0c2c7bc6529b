import { isJsonObject } from "../page/json.ts";
import type { ExampleFacts, MethodFacts, OperationFacts, TypeExpression } from "../page/model.ts";
import type { LinkContext } from "./draft.ts";
import type { Json, ResponseModel } from "./model.ts";
import { typeText } from "./properties.ts";
import { resolveType } from "./resolve.ts";
import { lookUp } from "./symbols.ts";

interface Candidate {
  readonly expression: TypeExpression;
  readonly where: string;
}

/**
 * Decides what an operation returns: by the Response sentence, else the resource's Methods table, else the example's
 * annotation, else the request body's type for a create or update. The example's body tells a collection.
 */
export function linkResponse(
  context: LinkContext,
  operation: OperationFacts,
  method: MethodFacts | undefined,
  namespace: string,
): ResponseModel {
  const status = statusesOf(operation);
  const source = operation.response?.source ?? operation.source;
  const description = operation.response?.description ?? "";
  const base = { status: status[0] ?? 200, statuses: status, description, source };
  const example = operation.examples.find(({ response }) => response !== null && response.status < 300);
  const returnsNothing = base.status === 204 || (operation.response?.none === true && (example?.response?.body ?? null) === null);
  if (returnsNothing) return { ...base, type: null, collection: false };
  const candidates = candidatesOf(operation, method, example);
  const [first] = candidates.filter(({ expression }) => isResolvable(context, expression, namespace));
  if (first === undefined) return { ...base, ...fallback(context, operation, example, namespace) };
  const used = resolve(context, operation, first.expression, namespace);
  reportDifferences(context, operation, candidates, used, namespace);
  const body = example?.response?.body ?? null;
  const collection = isSingle(operation, first.expression, body) ? false : isCollection(context, used, body);
  return { ...base, type: used.type, collection };
}

function candidatesOf(
  operation: OperationFacts,
  method: MethodFacts | undefined,
  example: ExampleFacts | undefined,
): readonly Candidate[] {
  const found: Candidate[] = [];
  if (operation.response?.type != null) found.push({ expression: operation.response.type, where: "the Response section" });
  if (method?.returns != null) found.push({ expression: method.returns, where: "the Methods table" });
  if (example?.returns != null) found.push({ expression: example.returns, where: "the example's annotation" });
  return found;
}

function isResolvable(context: LinkContext, expression: TypeExpression, namespace: string): boolean {
  if (expression.primitive !== null) return true;
  const isLink = expression.target !== null && /^[A-Za-z][\w.]*$/.test(expression.name);
  return isLink || lookUp(context.symbols, expression, namespace) !== null;
}

function resolve(context: LinkContext, operation: OperationFacts, expression: TypeExpression, namespace: string) {
  const site = { owner: operation.nameParts.join(""), property: "response", namespace, values: [] };
  const { type, collection } = resolveType(context, { ...expression, alternatives: [] }, site);
  return { type, collection };
}

function reportDifferences(
  context: LinkContext,
  operation: OperationFacts,
  candidates: readonly Candidate[],
  used: { readonly type: string; readonly collection: boolean },
  namespace: string,
): void {
  for (const { expression, where } of candidates.slice(1)) {
    const other = lookUp(context.symbols, expression, namespace)?.id ?? expression.primitive;
    if (other === null || other === used.type) continue;
    const params = { used: typeText(used), other: typeText({ type: other, collection: expression.collection }), where };
    context.collector.add("response-types-differ", params, operation.response?.source ?? operation.source, [
      { message: "the other type", place: expression.place },
    ]);
  }
}

/** A read by key returns one object; so does one whose sentence has a plural, but whose example shows no list. */
function isSingle(operation: OperationFacts, { loosePlural }: TypeExpression, body: Json): boolean {
  const isByKey = operation.requests[0]?.method === "GET" && operation.requests.every(({ path }) => path.endsWith("}"));
  return isByKey || (loosePlural === true && isJsonObject(body) && !Array.isArray(body["value"]));
}

/** `{"value": […]}` is a collection, unless the type itself has such a property. */
function isCollection(context: LinkContext, used: { type: string; collection: boolean }, body: Json): boolean {
  if (used.collection) return true;
  const hasValue = context.types.get(used.type.toLowerCase())?.properties.has("value") === true;
  return !hasValue && isJsonObject(body) && Array.isArray(body["value"]);
}

function fallback(
  context: LinkContext,
  operation: OperationFacts,
  example: ExampleFacts | undefined,
  namespace: string,
): { readonly type: string | null; readonly collection: boolean } {
  const body = example?.response?.body ?? null;
  if (isJsonObject(body)) {
    const stated = body["@odata.type"];
    const inner = Array.isArray(body["value"]) ? (body["value"] as readonly Json[]) : null;
    const expression = typeof stated === "string" ? operation.subject : (operation.requestBody?.type ?? operation.subject);
    if (expression !== null && isResolvable(context, expression, namespace)) {
      return { type: resolve(context, operation, expression, namespace).type, collection: inner !== null };
    }
    context.collector.add("response-type-missing", {}, operation.response?.source ?? operation.source);
    return { type: "unknown", collection: inner !== null };
  }
  if (typeof body === "string") return { type: "Edm.Stream", collection: false };
  return { type: null, collection: false };
}

function statusesOf(operation: OperationFacts): readonly number[] {
  const stated = operation.response?.statuses ?? [];
  if (stated.length > 0) return stated;
  const shown = operation.examples.flatMap(({ response }) => (response !== null && response.status < 400 ? [response.status] : []));
  if (shown.length > 0) return [...new Set(shown)];
  return [operation.requests[0]?.method === "DELETE" ? 204 : 200];
}

import type { Place } from "../../diagnostics/diagnostic.ts";
import type { ExampleFacts, MethodFacts, OperationFacts, RequestFacts, TypeExpression } from "../../page/model.ts";
import { collectionItems, isJsonObject, type Json } from "../../util/json.ts";
import { isValueWrapper } from "../../util/odata.ts";
import type { LinkContext } from "../link-context.ts";
import type { ResponseModel } from "../model.ts";
import { typeText } from "./properties.ts";
import { typeOfMembers } from "./response-members.ts";
import { commonBase } from "./ancestors.ts";
import { resolveSingle, type UseSite } from "./resolve.ts";
import { sampleType } from "../infer/sample-type.ts";
import { lookUp } from "../declare/symbols.ts";
import { endsInKey } from "../../util/item-key.ts";

/** Type that an operation returns. */
type Returned = Pick<ResponseModel, "type" | "collection">;

/** A statement about the response's type, and the part of the page that contains it. */
interface Candidate {
  readonly expression: TypeExpression;
  readonly where: string;
}

const NOTHING: Returned = { type: null, collection: false };

/**
 * Determines what an operation returns from the first source that states it: the Response sentence, the resource's
 * Methods table, the example's annotation, or the request body's type. The example's body shows if it is a collection.
 */
export function linkResponse(
  context: LinkContext,
  operation: OperationFacts,
  method: MethodFacts | undefined,
  namespace: string,
): ResponseModel {
  const statuses = statusesOf(operation);
  const status = statuses[0] ?? 200;
  const example = decisiveExample(operation);
  const body = example?.response?.body ?? null;
  // If there is a 204 and another success status, the service returns the object on request.
  const isEmpty = statuses.every((each) => each === 204) || (operation.response?.none === true && body === null);
  const returned = isEmpty
    ? NOTHING
    : linkReturned(context, operation, candidatesOf(operation, method, example), body, namespace);
  return {
    status,
    statuses,
    ...returned,
    description: operation.response?.description ?? "",
    source: placeOf(operation),
  };
}

/** The first successful example; the first one with JSON if that one shows text, such as a report in CSV. */
function decisiveExample({ examples }: OperationFacts): ExampleFacts | undefined {
  const shown = examples.filter(({ response }) => response !== null && response.status < 300);
  const [first] = shown;
  if (typeof first?.response?.body !== "string") return first;
  return shown.find(({ response }) => typeof response?.body === "object" && response.body !== null) ?? first;
}

function placeOf(operation: OperationFacts): Place {
  return operation.response?.source ?? operation.source;
}

function linkReturned(
  context: LinkContext,
  operation: OperationFacts,
  candidates: readonly Candidate[],
  body: Json,
  namespace: string,
): Returned {
  const shown = shownPrimitive(body);
  const usable = candidates.filter(
    ({ expression }) => isResolvable(context, expression, namespace) && !contradicts(expression, body),
  );
  // The items of a mixed collection have one type only if a base of all is known.
  const hasOne = ({ expression }: Candidate) =>
    !isMixed(expression) || mixedType(context, operation, expression, namespace) !== null;
  const first = usable.find(hasOne) ?? (usable.length === 0 ? undefined : (candidates.find(isQualified) ?? usable[0]));
  const used = first === undefined ? null : resolve(context, operation, first.expression, namespace);
  const described = typeOfMembers(context, operation, used?.type ?? null, namespace);
  if (described !== null) return { type: described, collection: used?.collection ?? collectionItems(body) !== null };
  if (first === undefined || used === null) return fallback(context, operation, body, namespace);
  if (shown !== null && isObjectType(context, used.type)) {
    const params = { used: shown, other: typeText(used), where: first.where };
    context.collector.add("response-types-differ", params, placeOf(operation));
    return { type: shown, collection: false };
  }
  reportDifferences(context, operation, candidates.slice(1), used, namespace);
  return { type: used.type, collection: isCollection(context, operation, first.expression, used, body) };
}

function candidatesOf(
  operation: OperationFacts,
  method: MethodFacts | undefined,
  example: ExampleFacts | undefined,
): readonly Candidate[] {
  const stated: readonly (readonly [expression: TypeExpression | null | undefined, where: string])[] = [
    [operation.response?.type, "the Response section"],
    [method?.returns, "the Methods table"],
    [example?.returns, "the example's annotation"],
  ];
  return stated.flatMap(([expression, where]) => (expression ? [{ expression, where }] : []));
}

function isResolvable(context: LinkContext, expression: TypeExpression, namespace: string): boolean {
  if (expression.primitive !== null) return true;
  const isLink = expression.target !== null && /^[A-Za-z][\w.]*$/.test(expression.name);
  return isLink || lookUp(context.symbols, expression, namespace) !== null;
}

/** Type of the value in `{"value": true}`, the response of functions that return a primitive; null for other bodies. */
function shownPrimitive(body: Json): string | null {
  const value = isValueWrapper(body) ? body.value : undefined;
  return typeof value === "boolean" || typeof value === "number" || typeof value === "string"
    ? sampleType(value).type
    : null;
}

/** Whether a type is a closed object type without a property `value`. */
function isObjectType(context: LinkContext, type: string): boolean {
  const draft = context.types.get(type.toLowerCase());
  return draft !== undefined && !draft.open && !draft.properties.has("value");
}

/** Whether a sentence states that the response contains strings, but the example shows objects. */
function contradicts({ primitive }: TypeExpression, body: Json): boolean {
  const [first] = collectionItems(body) ?? [];
  return primitive === "Edm.String" && isJsonObject(first);
}

function resolve(
  context: LinkContext,
  operation: OperationFacts,
  expression: TypeExpression,
  namespace: string,
): { readonly type: string; readonly collection: boolean } {
  const single = resolveSingle(context, expression, siteOf(operation, namespace));
  const mixed = mixedType(context, operation, expression, namespace);
  return mixed === null ? single : { ...single, type: mixed };
}

function siteOf({ naming }: OperationFacts, namespace: string): UseSite {
  return { owner: naming.name, property: "response", namespace, values: [] };
}

/** Whether a collection contains items of several types. */
function isMixed({ collection, alternatives }: TypeExpression): boolean {
  return collection && alternatives.length > 0;
}

/** Whether an annotation names a type with its namespace, even if no page defines it. */
function isQualified({ expression }: Candidate): boolean {
  return expression.alternatives.length === 0 && /^(?:[A-Za-z]\w*\.){2,}[A-Za-z]\w*$/.test(expression.name);
}

/** The nearest base of the types of a mixed collection, or null. */
function mixedType(
  context: LinkContext,
  operation: OperationFacts,
  expression: TypeExpression,
  namespace: string,
): string | null {
  if (!isMixed(expression)) return null;
  const all = [{ ...expression, alternatives: [] }, ...expression.alternatives];
  return commonBase(
    context,
    all.map((each) => resolveSingle(context, each, siteOf(operation, namespace)).type),
  );
}

function reportDifferences(
  context: LinkContext,
  operation: OperationFacts,
  others: readonly Candidate[],
  used: { readonly type: string; readonly collection: boolean },
  namespace: string,
): void {
  for (const { expression, where } of others) {
    if (isMixed(expression)) continue;
    const other = lookUp(context.symbols, expression, namespace)?.id ?? expression.primitive;
    if (other === null || other === used.type) continue;
    const params = { used: typeText(used), other: typeText({ type: other, collection: expression.collection }), where };
    const related = [{ message: "the other type", place: expression.place }];
    context.collector.add("response-types-differ", params, placeOf(operation), related);
  }
}

/**
 * Whether an operation returns a collection. The text decides if the example does not contradict it; a read by key
 * returns one object unless both the text and the example show a collection.
 */
function isCollection(
  context: LinkContext,
  operation: OperationFacts,
  { loosePlural }: TypeExpression,
  used: { readonly type: string; readonly collection: boolean },
  body: Json,
): boolean {
  // `{"value": […]}` is a collection, unless the type itself has a property `value`.
  const hasValue = context.types.get(used.type.toLowerCase())?.properties.has("value") === true;
  const isShown = !hasValue && collectionItems(body) !== null;
  const isStated = used.collection && loosePlural !== true;
  if (operation.requests.every((request) => isByKey(request, operation))) return isStated && isShown;
  return isStated || isShown || (used.collection && !isJsonObject(body));
}

/** Whether a URL reads or changes the one object with a key: `/boats/{id}`, `/boats('{id}')`, `/boats(name='{name}')`. */
function isByKey({ method, path }: RequestFacts, { kind }: OperationFacts): boolean {
  if (method === "POST" || method === "DELETE") return false;
  return endsInKey(path) || /\('?[{<][^{}<>]*[}>]'?\)$/.test(path) || (path.endsWith(")") && kind === "get");
}

/**
 * The default if no sentence, table or annotation names a type: that of the request body, the page's subject, or the
 * type of the example's value.
 */
function fallback(context: LinkContext, operation: OperationFacts, body: Json, namespace: string): Returned {
  const stated = operation.response?.type ?? null;
  if (typeof body === "string" && !isBrokenJson(body)) return { type: "Edm.Stream", collection: false };
  if (body === null && stated === null) return NOTHING;
  const collection = collectionItems(body) !== null;
  const shown = stated === null ? shownPrimitive(body) : null;
  const implied = impliedType(context, operation, body, namespace);
  if (implied !== null && (shown === null || !isObjectType(context, implied))) return { type: implied, collection };
  if (shown !== null) return { type: shown, collection: false };
  context.collector.add("response-type-missing", {}, placeOf(operation));
  return { type: "unknown", collection: collection || stated?.collection === true };
}

/** Type of the request body, or the page's subject, if the example shows an object. */
function impliedType(context: LinkContext, operation: OperationFacts, body: Json, namespace: string): string | null {
  if (!isJsonObject(body)) return null;
  const named = typeof body["@odata.type"] === "string" ? null : operation.requestBody?.type;
  const expression = named ?? operation.subject;
  if (expression === null || !isResolvable(context, expression, namespace)) return null;
  return resolve(context, operation, expression, namespace).type;
}

/** The text of an object or a list that cannot be parsed, unlike other text. */
function isBrokenJson(text: string): boolean {
  return /^[{[]\s*["{[]/.test(text);
}

function statusesOf(operation: OperationFacts): readonly number[] {
  const stated = operation.response?.statuses ?? [];
  if (stated.length > 0) return stated;
  const shown = operation.examples.flatMap(({ response }) => response?.status ?? []).filter((status) => status < 400);
  if (shown.length > 0) return [...new Set(shown)];
  return [operation.requests[0]?.method === "DELETE" ? 204 : 200];
}

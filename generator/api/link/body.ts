import type { OperationFacts, PropertyFacts, TypeExpression } from "../../page/model.ts";
import { isJsonObject, type Json } from "../../util/json.ts";
import type { LinkContext, TypeUse } from "../link-context.ts";
import type { PropertyModel, RequestBodyModel } from "../model.ts";
import { ancestors } from "./ancestors.ts";
import { applyNeeds } from "./body-needs.ts";
import { linkProperty } from "./properties.ts";
import { replacePaths, separateMembers } from "./body-members.ts";
import { isDefined, resolveType } from "./resolve.ts";

type BodyShape = Pick<RequestBodyModel, "kind" | "type" | "collection" | "content">;

/**
 * Links the request body of an operation: rows of a table, a type that a sentence names, a reference, or raw content.
 *
 * @param owner owner of the enums that the body's rows define if the body has no type
 * @param response id of the type that a create or update both sends and returns, or null
 * @returns the body, or null if the operation has none
 */
export function linkBody(
  context: LinkContext,
  facts: OperationFacts,
  owner: string,
  namespace: string,
  response: string | null,
): RequestBodyModel | null {
  const examples = exampleBodies(facts);
  const [example = null] = examples;
  if (!hasBody(facts, example)) return null;
  const { requestBody } = facts;
  const stated = resolveBodyType(context, requestBody?.type ?? null, owner, namespace);
  const use = stated ?? (response === null ? null : { type: response, collection: false, values: null });
  const needs = applyNeeds(context, facts, use, examples);
  const rows = linkRows(context, needs.rows, use, { owner, namespace });
  const finalized = separateMembers(context, { use, properties: rows }, examples, namespace);
  return {
    ...withContent(facts, shapeOf(facts, example, finalized.use, finalized.properties.length > 0)),
    ...(requestBody?.optional === true ? { optional: true } : {}),
    properties: finalized.properties,
    others: (finalized.use === use ? needs.others : needs.othersAreStated) && finalized.properties.length > 0,
    unless: needs.unless,
    description: requestBody?.description ?? "",
    source: requestBody?.source ?? facts.source,
  };
}

function linkRows(
  context: LinkContext,
  rows: readonly PropertyFacts[],
  use: TypeUse | null,
  { owner, namespace }: { readonly owner: string; readonly namespace: string },
): readonly PropertyModel[] {
  const keys = use === null ? [] : keysOf(context, use.type);
  const linked = rows.map((row) => linkProperty(context, row, use?.type ?? owner, namespace, keys.includes(row.name)));
  return replacePaths(context, use, linked);
}

/** Keys of a type and its bases. */
function keysOf(context: LinkContext, type: string): readonly string[] {
  return [type, ...ancestors(context, type)].flatMap((id) => context.types.get(id.toLowerCase())?.keys ?? []);
}

function exampleBodies(facts: OperationFacts): readonly Json[] {
  return facts.examples.map(({ request }) => request?.body ?? null).filter((body) => body !== null);
}

function hasBody({ requests, requestBody }: OperationFacts, example: Json): boolean {
  const method = requests[0]?.method;
  if (method === "GET") return false;
  const isShown = isJsonObject(example) ? Object.keys(example).length > 0 : example !== null;
  // A heading without anything below it and an empty object say nothing about a body.
  const isStated =
    requestBody !== null &&
    (requestBody.properties.length > 0 || requestBody.type !== null || requestBody.description !== "");
  return method === "DELETE" ? requestBody !== null && isShown : isStated || isShown;
}

/** Resolves the type of a body; a name without a link is ignored unless it is defined. */
function resolveBodyType(
  context: LinkContext,
  type: TypeExpression | null,
  owner: string,
  namespace: string,
): TypeUse | null {
  const isKnown = type !== null && (type.target !== null || isDefined(context, type, namespace));
  return isKnown ? resolveType(context, type, { owner, property: "body", namespace, values: [] }) : null;
}

function shapeOf(facts: OperationFacts, example: Json, use: TypeUse | null, hasRows: boolean): BodyShape {
  const linksObject = isJsonObject(example) && "@odata.id" in example && !hasRows;
  const isReference = facts.requests.some(({ path }) => path.endsWith("/$ref")) && !isJsonObject(example);
  if (linksObject || isReference) {
    return { kind: "reference", type: null, collection: false };
  }
  if (hasRows || use !== null) return { kind: "json", type: use?.type ?? null, collection: use?.collection ?? false };
  return { kind: contentKind(facts), type: null, collection: false };
}

const CONTENT_TYPE = /\b(?:application|audio|image|multipart|text|video)\/[\w.+-]*\w/gi;

/**
 * Adds the form of a body that is not JSON. An example that sends text shows it, or the Content-Type header names it
 * beside JSON.
 */
function withContent({ examples, headers, requests }: OperationFacts, shape: BodyShape): BodyShape {
  if (shape.kind === "reference") return shape;
  const methods = new Set<string>(requests.map(({ method }) => method));
  const sent = examples.flatMap(({ request }) => {
    if (request === null || !methods.has(request.method) || typeof request.body !== "string") return [];
    return contentTypes(headerOf(request.headers) ?? "");
  });
  const stated = headers.flatMap(({ name, description }) => (isContentType(name) ? contentTypes(description) : []));
  const isEither = stated.some(isJson) && stated.some((type) => !isJson(type));
  const content = [...sent, ...(isEither ? stated : [])].find((type) => !isJson(type));
  if (content === undefined || (shape.kind !== "json" && !isEither)) return shape;
  return { ...shape, kind: "json", content };
}

function contentTypes(text: string): readonly string[] {
  return [...text.matchAll(CONTENT_TYPE)].map((match) => match[0].toLowerCase());
}

function headerOf(headers: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(headers).find(([name]) => isContentType(name))?.[1];
}

function isContentType(name: string): boolean {
  return name.toLowerCase() === "content-type";
}

function isJson(type: string): boolean {
  return type.includes("json");
}

/** Determines the kind of a body that has no table and no type: JSON if any of the examples sends JSON. */
function contentKind({ examples, requestBody }: OperationFacts): RequestBodyModel["kind"] {
  const requests = examples.flatMap(({ request }) => request ?? []);
  const types = requests.flatMap(({ headers }) =>
    Object.entries(headers).flatMap(([name, value]) => (isContentType(name) ? [value] : [])),
  );
  if (requests.some(({ body }) => typeof body === "object" && body !== null)) return "json";
  if (types.some((type) => /json/i.test(type)) || /\bjson\b/i.test(requestBody?.description ?? "")) return "json";
  // An example may show text in place of the bytes of a file.
  if (/\bbinary (?:stream|data|contents?)\b/i.test(requestBody?.description ?? "")) return "binary";
  if (types.some((type) => /^multipart\//i.test(type))) return "multipart";
  return types.some((type) => /^text\//i.test(type)) ? "text" : "binary";
}

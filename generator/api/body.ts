import type { OperationFacts, TypeExpression } from "../page/model.ts";
import { isJsonObject, type Json } from "../util/json.ts";
import type { LinkContext, TypeUse } from "./draft.ts";
import type { RequestBodyModel } from "./model.ts";
import { linkProperty } from "./properties.ts";
import { isDefined, resolveType } from "./resolve.ts";

type BodyShape = Pick<RequestBodyModel, "kind" | "type" | "collection">;

/**
 * Links what an operation sends: a table's rows, a type that a sentence names, a reference, or content as it is.
 *
 * @param owner name for enums that the body's rows define, where the body has no type
 * @returns the body, or null where the page knows none
 */
export function linkBody(
  context: LinkContext,
  facts: OperationFacts,
  owner: string,
  namespace: string,
): RequestBodyModel | null {
  const example = exampleBody(facts);
  if (!hasBody(facts, example)) return null;
  const { requestBody } = facts;
  const use = resolveBodyType(context, requestBody?.type ?? null, owner, namespace);
  const rowOwner = use === null ? owner : use.type;
  const properties = (requestBody?.properties ?? []).map((row) =>
    linkProperty(context, row, rowOwner, namespace, false),
  );
  return {
    ...shapeOf(facts, example, use, properties.length > 0),
    properties,
    description: requestBody?.description ?? "",
    source: requestBody?.source ?? facts.source,
  };
}

function exampleBody(facts: OperationFacts): Json {
  return facts.examples.find(({ request }) => (request?.body ?? null) !== null)?.request?.body ?? null;
}

function hasBody({ requests, requestBody }: OperationFacts, example: Json): boolean {
  const method = requests[0]?.method;
  if (method === "GET") return false;
  return method === "DELETE" ? requestBody !== null && example !== null : requestBody !== null || example !== null;
}

/** A name without a link counts where it is known. */
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
  return { kind: contentKind(facts, example), type: null, collection: false };
}

/** A body that neither a table nor a type describes is told by the example's content type. */
function contentKind(facts: OperationFacts, example: Json): RequestBodyModel["kind"] {
  const headers = facts.examples.flatMap(({ request }) => Object.entries(request?.headers ?? {}));
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  if (/^multipart\//i.test(type)) return "multipart";
  if (/json/i.test(type) || (typeof example === "object" && example !== null)) return "json";
  return /^text\//i.test(type) ? "text" : "binary";
}

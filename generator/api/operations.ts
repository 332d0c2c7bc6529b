import type { MethodFacts, OperationFacts, Page, ParameterFacts, PathParameterFacts, RequestFacts, TypeExpression } from "../page/model.ts";
import { isJsonObject } from "../page/json.ts";
import { namespaceOf } from "./declare.ts";
import type { LinkContext, TypeUse } from "./draft.ts";
import type { ExampleModel, OperationModel, ParameterModel, PathParameterModel, RequestBodyModel, RequestModel } from "./model.ts";
import { linkProperty } from "./properties.ts";
import { nameOperation, type OperationName } from "./operation-name.ts";
import { operationKind } from "./operation-kind.ts";
import { isDefined, resolveType } from "./resolve.ts";
import { linkResponse } from "./response.ts";

/** An operation with its candidate names; the final one is decided for the whole model. */
export interface OperationDraft {
  readonly operation: Omit<OperationModel, "name" | "module">;
  readonly naming: OperationName;
  readonly namespace: string;
  /** Types that rows of the body table are said to be inherited from, by property. */
  readonly inheritedFrom: ReadonlyMap<string, TypeExpression>;
}

/** Links the operation of a page. */
export function linkOperation(
  context: LinkContext,
  page: Page,
  facts: OperationFacts,
  method: MethodFacts | undefined,
  casing: ReadonlyMap<string, string>,
): OperationDraft {
  const namespace = namespaceOf(page);
  const response = linkResponse(context, facts, method, namespace);
  const kind = operationKind(page, facts, response.collection);
  const naming = nameOperation(facts, kind, casing);
  const toParameter = (parameter: ParameterFacts) => linkParameter(context, parameter, naming.name, namespace);
  const functionParameters = facts.functionParameters.map(toParameter);
  const documented = [...functionParameters, ...facts.pathParameters.map(toParameter)];
  const operation = {
    kind,
    summary: facts.summary,
    description: facts.description,
    deprecated: facts.deprecated,
    requests: facts.requests.map((request) => linkRequest(request, documented)),
    permissions: facts.permissions,
    headers: facts.headers,
    query: facts.query.map(toParameter),
    functionParameters,
    requestBody: linkBody(context, facts, naming.name, namespace),
    response,
    examples: facts.examples.map(toExample),
    source: facts.source,
  };
  const rows = facts.requestBody?.properties ?? [];
  const inheritedFrom = new Map(rows.flatMap(({ name, inheritedFrom: from }) => (from === null ? [] : [[name, from] as const])));
  return { operation, naming, namespace, inheritedFrom };
}

function linkParameter(context: LinkContext, facts: ParameterFacts, owner: string, namespace: string): ParameterModel {
  const { name, required, description, source } = facts;
  const { type, collection } = resolveType(context, facts.type, { owner, property: name, namespace, values: [] });
  return { name, type, collection, required, description, source };
}

function linkRequest(request: RequestFacts, documented: readonly ParameterModel[]): RequestModel {
  const { method, path, queryText, source } = request;
  return { method, path, queryText, source, parameters: request.parameters.map((parameter) => linkPathParameter(parameter, documented)) };
}

function linkPathParameter(facts: PathParameterFacts, documented: readonly ParameterModel[]): PathParameterModel {
  const { name, segment, placeholder, offset, form, argument } = facts;
  const names = [argument, name, placeholder.replace(/[{}<>]/g, "")].map((each) => each?.toLowerCase());
  const described = documented.find((parameter) => names.includes(parameter.name.toLowerCase()));
  const type = described === undefined ? "Edm.String" : described.type;
  return { name, segment, placeholder, offset, form, type, description: described?.description ?? null };
}

function linkBody(
  context: LinkContext,
  facts: OperationFacts,
  owner: string,
  namespace: string,
): RequestBodyModel | null {
  const { requestBody: body } = facts;
  const example = facts.examples.find(({ request }) => request !== null && request.body !== null)?.request?.body ?? null;
  const method = facts.requests[0]?.method;
  if (method === "GET" || (body === null && example === null)) return null;
  if (body === null && method === "DELETE") return null;
  const use = resolveBodyType(context, body?.type ?? null, owner, namespace);
  const bodyOwner = use === null ? owner : use.type;
  const properties = (body?.properties ?? []).map((row) => linkProperty(context, row, bodyOwner, namespace, false));
  const source = body?.source ?? facts.source;
  const shared = { properties, description: body?.description ?? "", source };
  const isReference = facts.requests.some(({ path }) => path.endsWith("/$ref")) || (isJsonObject(example) && "@odata.id" in example && properties.length === 0);
  if (isReference) return { kind: "reference", type: null, collection: false, ...shared };
  if (properties.length === 0 && use === null) return { ...rawBody(facts, example), ...shared };
  return { kind: "json", type: use?.type ?? null, collection: use?.collection ?? false, ...shared };
}

/** A name without a link counts where it is known. */
function resolveBodyType(context: LinkContext, type: TypeExpression | null, owner: string, namespace: string): TypeUse | null {
  const isKnown = type !== null && (type.target !== null || isDefined(context, type, namespace));
  return isKnown ? resolveType(context, type, { owner, property: "body", namespace, values: [] }) : null;
}

/** A body that neither a table nor a type describes: told by the example's content type. */
function rawBody(facts: OperationFacts, example: ExampleModel["request"] | unknown): Pick<RequestBodyModel, "kind" | "type" | "collection"> {
  const headers = facts.examples.flatMap(({ request }) => Object.entries(request?.headers ?? {}));
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  const untyped = { type: null, collection: false };
  if (/^multipart\//i.test(type)) return { kind: "multipart", ...untyped };
  if (/json/i.test(type) || isJsonLike(example)) return { kind: "json", ...untyped };
  if (/^text\//i.test(type)) return { kind: "text", ...untyped };
  return { kind: "binary", ...untyped };
}

function isJsonLike(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function toExample({ title, request, response, source }: ExampleModel): ExampleModel {
  return { title, request, response, source };
}

import type {
  MethodFacts,
  OperationFacts,
  OperationName,
  Page,
  ParameterFacts,
  PathParameterFacts,
  RequestFacts,
  TypeExpression,
} from "../../page/model.ts";
import { linkBody } from "./body.ts";
import { namespaceOf } from "../declare/declare.ts";
import type { LinkContext } from "../link-context.ts";
import type {
  ExampleModel,
  OperationKind,
  OperationModel,
  ParameterModel,
  PathParameterModel,
  RequestModel,
  ResponseModel,
} from "../model.ts";
import { lastSegment } from "../../util/paths.ts";
import { resolveType } from "./resolve.ts";
import { lookUpName } from "../declare/symbols.ts";
import { linkResponse } from "./response.ts";

/** An operation without its final name. */
export type UnnamedOperation = Omit<OperationModel, "name" | "module">;

/** An operation with its candidate names; the final name depends on all other operations. */
export interface OperationDraft {
  readonly operation: UnnamedOperation;
  readonly naming: OperationName;
  readonly namespace: string;
  /** Id of the body type, or null. */
  readonly bodyType: string | null;
  /** Ids of the types of the body's rows, and of the enums of their values. */
  readonly bodyUses: readonly string[];
  /** Types that the rows of the body table name as the origin of inherited properties, by property. */
  readonly inheritedFrom: ReadonlyMap<string, TypeExpression>;
}

/**
 * Links the operation of a page. Input: the facts of the page and its row in a Methods table. Output: the operation
 * with resolved types and its candidate names.
 */
export function linkOperation(
  context: LinkContext,
  page: Page,
  facts: OperationFacts,
  method: MethodFacts | undefined,
): OperationDraft {
  const namespace = namespaceOf(page);
  const linked = linkResponse(context, facts, method, namespace);
  const kind = facts.kind === "get" && linked.collection ? "list" : facts.kind;
  const response = { ...linked, type: linked.type ?? typeByKind(kind) };
  const { naming } = facts;
  const toParameter = (parameter: ParameterFacts) => linkParameter(context, parameter, naming.name, namespace);
  const functionParameters = facts.functionParameters.map(toParameter);
  const documented = [...functionParameters, ...facts.pathParameters.map(toParameter)];
  const site = { kind, namespace, resource: naming.resource };
  const sent = sentType(context, facts, site, response) ?? createdType(context, facts);
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
    requestBody: linkBody(context, facts, naming.name, namespace, sent),
    response,
    examples: facts.examples.map(toExample),
    source: facts.source,
  };
  const rows = facts.requestBody?.properties ?? [];
  const inheritedFrom = new Map(
    rows.flatMap(({ name, inheritedFrom: from }) => (from === null ? [] : [[name, from] as const])),
  );
  return { operation, naming, namespace, inheritedFrom, ...bodyFacts(operation) };
}

/** The type of a body, and the types and enums that its rows use. */
export function bodyFacts({ requestBody }: UnnamedOperation): Pick<OperationDraft, "bodyType" | "bodyUses"> {
  const uses = (requestBody?.properties ?? []).flatMap(({ type, values }) => (values === null ? type : [type, values]));
  return { bodyType: requestBody?.type ?? null, bodyUses: [...new Set(uses)] };
}

/**
 * Default type of a request body: a create or update sends the type that it returns. An update that returns nothing
 * sends the resource in its page's file name, unless the introduction mentions another one.
 */
function sentType(
  context: LinkContext,
  { subject }: OperationFacts,
  { kind, namespace, resource }: { kind: OperationKind; namespace: string; resource: string },
  { type, collection }: ResponseModel,
): string | null {
  const isObject = type !== null && context.types.has(type.toLowerCase()) && !collection;
  if (isObject) return kind === "create" || kind === "update" || kind === "upsert" ? type : null;
  if (type !== null || kind !== "update") return null;
  if (subject !== null && subject.name.toLowerCase() !== resource.toLowerCase()) return null;
  const named = lookUpName(context.symbols, resource, namespace);
  return named !== null && context.types.has(named.id.toLowerCase()) ? named.id : null;
}

/** The type of the items of the collection in which a request creates one, if all collections of its name agree. */
function createdType(context: LinkContext, { requests, requestBody }: OperationFacts): string | null {
  if (requestBody?.created !== true) return null;
  const name = lastSegment(requests[0]?.path ?? "");
  const uses = [...context.types.values()].flatMap(({ properties }) => properties.get(name) ?? []);
  const [type = null, ...others] = new Set(uses.flatMap((use) => (use.collection ? use.type : [])));
  return others.length === 0 && type !== null && context.types.has(type.toLowerCase()) ? type : null;
}

/** Default response type for the kind of an operation: raw content or a count. */
function typeByKind(kind: OperationKind): string | null {
  if (kind === "getContent") return "Edm.Stream";
  return kind === "count" ? "Edm.Int32" : null;
}

function linkParameter(context: LinkContext, facts: ParameterFacts, owner: string, namespace: string): ParameterModel {
  const { name, required, description, source } = facts;
  const { type, collection } = resolveType(context, facts.type, { owner, property: name, namespace, values: [] });
  const values = type === "Edm.String" ? facts.values.map((value) => value.name) : [];
  return { name, type, collection, values, required, description, source };
}

function linkRequest(request: RequestFacts, documented: readonly ParameterModel[]): RequestModel {
  const { method, path, queryText, callable, source } = request;
  return {
    method,
    path,
    queryText,
    callable,
    source,
    parameters: request.parameters.map((parameter) => linkPathParameter(parameter, documented)),
  };
}

function linkPathParameter(facts: PathParameterFacts, documented: readonly ParameterModel[]): PathParameterModel {
  const { name, segment, placeholder, offset, form, argument, alias } = facts;
  const isNamed = ({ name: other }: ParameterModel) =>
    [argument, name, placeholder.replace(/[{}<>]/g, "")].some((each) => each?.toLowerCase() === other.toLowerCase());
  const described = documented.find(isNamed);
  const { type = "Edm.String", values = [], description = null } = described ?? {};
  const place = alias === undefined ? {} : { alias };
  return { name, segment, placeholder, offset, form, type, values, description, ...place };
}

function toExample({ title, request, response, source }: ExampleModel): ExampleModel {
  return { title, request, response, source };
}

import type { Json, OperationModel, PropertyModel, RequestBodyModel } from "../api/model.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { interfaceDeclaration, type Declaration } from "./declaration.ts";
import { bodyDoc } from "./body-doc.ts";
import { NO_DOC, prose } from "./doc.ts";
import { ownProperties, type Properties } from "./members.ts";
import { runtimeSymbol, type OperationPlan, type Plan, type TypePlan } from "./plan.ts";
import { propertyMember } from "./property.ts";
import { jsonMember } from "./json-type.ts";
import { isUntyped, orSubtype, typeOfValue } from "./type-of.ts";
import { typeNames } from "./interface.ts";
import { OBJECT, UNKNOWN, reference, union, type Member, type TypeExpression } from "./type-expression.ts";

/** Type of a request body, and its declaration where it has one of its own. */
export interface BodyPlan {
  readonly type: TypeExpression;
  readonly declaration: Declaration | null;
  /** Properties that the body takes, by wire name. */
  readonly properties: Properties;
}

const NO_PROPERTIES: Properties = new Map();

type JsonObject = Readonly<Record<string, Json>>;

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON object that an example of the page sends, and where it does. */
interface SentBody {
  readonly body: JsonObject;
  readonly source: Place;
}

/** JSON objects that the page sends in its examples. */
export function sentBodies(operation: OperationModel): readonly SentBody[] {
  const methods = new Set<string>(operation.requests.map((request) => request.method));
  return operation.examples.flatMap(({ request }) =>
    request !== null && methods.has(request.method) && isObject(request.body)
      ? [{ body: request.body, source: request.source }]
      : [],
  );
}

function exampleBodies(operation: OperationModel): readonly JsonObject[] {
  return sentBodies(operation).map(({ body }) => body);
}

/** A page that calls a property required and leaves it out of its own example is taken at its example. */
function isOptional(property: PropertyModel, examples: readonly JsonObject[]): boolean {
  return !property.required || examples.some((example) => !Object.hasOwn(example, property.name));
}

/** A property that the page's own example sets to null takes null. */
function acceptSent(property: PropertyModel, examples: readonly JsonObject[]): PropertyModel {
  const sendsNull = examples.some((example) => example[property.name] === null);
  return sendsNull ? { ...property, nullable: true } : property;
}

function annotation(type: TypePlan | undefined, plan: Plan): readonly Member[] {
  if (type === undefined) return [];
  const name = union([typeNames(type, plan), { kind: "openString" }]);
  return [{ name: "@odata.type", type: name, optional: true, doc: NO_DOC }];
}

/** What the page's example sends and its table does not list. */
function exampleMembers(
  known: Properties,
  examples: readonly JsonObject[],
  type: TypePlan | undefined,
  plan: Plan,
): readonly Member[] {
  const extra = new Map<string, Json>();
  for (const [name, value] of examples.flatMap((example) => Object.entries(example))) {
    extra.set(name, extra.get(name) ?? value);
  }
  if (type !== undefined) extra.delete("@odata.type");
  return [...extra].flatMap(([name, value]) => {
    if (known.has(name)) return [];
    const inherited = type?.properties.all.get(name);
    return [inherited === undefined ? jsonMember(name, value) : propertyMember(inherited, true, plan)];
  });
}

function tableBody(operation: OperationPlan, body: RequestBodyModel, plan: Plan): BodyPlan {
  const type = plan.types.get(body.type ?? "");
  const examples = exampleBodies(operation.model);
  const sent = (name: string): boolean => examples.some((example) => Object.hasOwn(example, name));
  const rows = [...ownProperties(body.properties)]
    .filter(([name, row]) => !row.readOnly || sent(name))
    .map(([name, row]) => [name, acceptSent(row, examples)] as const);
  const listed: Properties = new Map(rows);
  const members = rows.map(([, row]) => propertyMember(row, isOptional(row, examples), plan));
  const declaration = interfaceDeclaration({
    symbol: operation.body,
    base: null,
    members: [...annotation(type, plan), ...members, ...exampleMembers(listed, examples, type, plan)],
    open: isOpen(type),
    doc: bodyDoc(operation.symbol.name, body.description),
  });
  const named = reference(operation.body);
  const properties: Properties = new Map([...(type?.properties.all ?? []), ...listed]);
  return { type: orSubtype(type, bindable(type, named, plan), plan), declaration, properties };
}

/** What has relationships takes links to objects that exist already; an open type has room for them. */
function bindable(type: TypePlan | undefined, named: TypeExpression, plan: Plan): TypeExpression {
  if (type === undefined || type.open) return named;
  const isRelated = [...type.properties.all.values()].some(({ relationship }) => relationship);
  return isRelated ? reference(runtimeSymbol(plan, "Bindable"), named) : named;
}

/** A table says what a body takes, also where nothing else is known of its type; only an open type takes more. */
function isOpen(type: TypePlan | undefined): boolean {
  return type !== undefined && type.open && !type.model.inferred;
}

/** What a body takes of a resource: all but what only the service sets, unless the page's example sends it. */
function writable(type: TypePlan, examples: readonly JsonObject[], plan: Plan): TypeExpression {
  const resource = reference(type.symbol);
  if (type.open) return resource;
  const names = [...type.properties.all.values()]
    .filter(({ name, readOnly }) => readOnly && !examples.some((example) => Object.hasOwn(example, name)))
    .map(({ name: value }) => ({ kind: "literal", value }) as const);
  return names.length === 0 ? resource : reference(runtimeSymbol(plan, "Writable"), resource, union(names));
}

/** What a create needs of a resource, by the resource's own page. */
function neededMembers(
  operation: OperationPlan,
  type: TypePlan,
  examples: readonly JsonObject[],
  plan: Plan,
): readonly Member[] {
  if (operation.model.kind !== "create") return [];
  const needed = [...type.properties.all.values()].filter((property) => !isOptional(property, examples));
  return needed.map((property) => propertyMember(property, false, plan));
}

/** Without a table, the resource itself, with what the page's example sends besides. */
function resourceBody(operation: OperationPlan, type: TypePlan, plan: Plan): BodyPlan {
  const properties = type.properties.all;
  const examples = exampleBodies(operation.model);
  const extra = type.open ? [] : exampleMembers(properties, examples, type, plan);
  const members = [...neededMembers(operation, type, examples, plan), ...extra];
  const base = writable(type, examples, plan);
  const isPlain = base.kind === "reference" && base.symbol === type.symbol;
  const isBare = members.length === 0 && isPlain;
  const named = bindable(type, isBare ? base : reference(operation.body), plan);
  const bodyType = isUntyped(type) ? UNKNOWN : orSubtype(type, named, plan);
  if (isBare) return { type: bodyType, declaration: null, properties };
  const declaration = interfaceDeclaration({
    symbol: operation.body,
    base,
    members,
    open: false,
    doc: prose(`Body of \`${operation.symbol.name}\`.`),
  });
  return { type: bodyType, declaration, properties };
}

/** Without a table and a type, the example is all there is to know, and more may be sent. */
function exampleBody(operation: OperationPlan, plan: Plan): BodyPlan {
  const members = exampleMembers(NO_PROPERTIES, exampleBodies(operation.model), undefined, plan);
  if (members.length === 0) return { type: OBJECT, declaration: null, properties: NO_PROPERTIES };
  const doc = prose(`Body of \`${operation.symbol.name}\`, from the example of its page.`);
  const declaration = interfaceDeclaration({ symbol: operation.body, base: null, members, open: true, doc });
  return { type: reference(operation.body), declaration, properties: NO_PROPERTIES };
}

function jsonBody(operation: OperationPlan, body: RequestBodyModel, plan: Plan): BodyPlan {
  if (body.properties.length > 0) return tableBody(operation, body, plan);
  const type = plan.types.get(body.type ?? "");
  if (type !== undefined && !body.collection) return resourceBody(operation, type, plan);
  if (body.type === null || body.type === "unknown") return exampleBody(operation, plan);
  const { type: name, collection } = body;
  return { type: typeOfValue({ type: name, collection }, plan), declaration: null, properties: NO_PROPERTIES };
}

/**
 * Decides what an operation takes as its body.
 *
 * @returns the type, or null where the page documents no body
 */
export function planBody(operation: OperationPlan, plan: Plan): BodyPlan | null {
  const body = operation.model.requestBody;
  if (body === null) return null;
  const plain = (type: TypeExpression): BodyPlan => ({ type, declaration: null, properties: NO_PROPERTIES });
  switch (body.kind) {
    case "json":
      return jsonBody(operation, body, plan);
    case "reference":
      return plain(reference(runtimeSymbol(plan, "Reference")));
    case "binary":
    case "text":
    case "multipart":
      return plain(reference(runtimeSymbol(plan, "RequestContent")));
  }
}

/**
 * Content type of a body that is sent as it is: what the page's example sends, else what its kind says.
 *
 * @returns null for a JSON body
 */
export function contentTypeOf(operation: OperationModel): string | null {
  const kind = operation.requestBody?.kind ?? "json";
  if (kind === "json" || kind === "reference") return null;
  const sent = operation.examples.flatMap(({ request }) =>
    Object.entries(request?.headers ?? {}).filter(([name]) => name.toLowerCase() === "content-type"),
  );
  const stated = sent[0]?.[1].trim() ?? "";
  if (/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(stated) && !/json/i.test(stated)) return stated;
  return kind === "text" ? "text/plain" : "application/octet-stream";
}

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
import { isLeaf, typeNames } from "./interface.ts";
import { relationshipsOf } from "./related-names.ts";
import { boundBelow, boundRelationship, withBindings } from "./bindings.ts";
import { OBJECT, UNKNOWN, reference, union, type Member, type TypeExpression } from "./type-expression.ts";

/** Type of a request body, and its declaration where it has one of its own. */
export interface BodyPlan {
  readonly type: TypeExpression;
  readonly declaration: Declaration | null;
  /** Properties that the body takes, by wire name. */
  readonly properties: Properties;
  /** The type that the body's `@odata.type` can name alone; null where it may name another. */
  readonly exact: TypePlan | null;
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
    const inherited = type?.properties.all.get(name);
    if (known.has(name) || isBinding(name, type)) return [];
    return [inherited === undefined ? jsonMember(name, value) : propertyMember(inherited, true, plan)];
  });
}

/** Whether a name links a documented relationship to objects, which the body takes without saying so. */
function isBinding(name: string, type: TypePlan | undefined): boolean {
  return type?.properties.all.get(boundRelationship(name) ?? "")?.relationship === true;
}

function tableBody(operation: OperationPlan, body: RequestBodyModel, plan: Plan): BodyPlan {
  const type = plan.types.get(body.type ?? "");
  const examples = exampleBodies(operation.model);
  const sent = (name: string): boolean => examples.some((example) => Object.hasOwn(example, name));
  const rows = [...ownProperties(body.properties)]
    .filter(([name, row]) => !row.readOnly || sent(name))
    .map(([name, row]) => [name, acceptSent(row, examples)] as const);
  const listed: Properties = new Map(rows);
  const members = rows.map(([, row]) =>
    withBindings(propertyMember(row, isOptional(row, examples), plan), examples, plan),
  );
  const declaration = interfaceDeclaration({
    symbol: operation.body,
    base: null,
    members: [...annotation(type, plan), ...members, ...exampleMembers(listed, examples, type, plan)],
    open: isOpen(type),
    doc: bodyDoc(operation.symbol.name, body.description),
  });
  const named = reference(operation.body);
  const properties: Properties = new Map([...(type?.properties.all ?? []), ...listed]);
  return { type: orSubtype(type, bindable(type, named, plan), plan), declaration, properties, exact: null };
}

/** What has relationships takes links to objects that exist already; an open type has room for them. */
function bindable(type: TypePlan | undefined, named: TypeExpression, plan: Plan): TypeExpression {
  if (type === undefined || type.open) return named;
  const relationships = relationshipsOf(type, plan);
  if (relationships === null) return named;
  // Derived types have relationships of their own.
  const names = type.subtypes.length === 0 ? [reference(relationships)] : [];
  return reference(runtimeSymbol(plan, "Bindable"), named, ...names);
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

/** Properties whose objects the examples link to others; what the resource says of them has no room for that. */
function boundMembers(
  type: TypePlan,
  needed: readonly Member[],
  examples: readonly JsonObject[],
  plan: Plan,
): readonly Member[] {
  const isNeeded = (name: string): boolean => needed.some((member) => member.name === name);
  return [...type.properties.all.values()].flatMap((property) => {
    const isBound = boundBelow(property.name, examples).length > 0 && !isNeeded(property.name);
    return isBound ? [withBindings(propertyMember(property, true, plan), examples, plan)] : [];
  });
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
  return needed.map((property) => withBindings(propertyMember(property, false, plan), examples, plan));
}

/** Without a table, the resource itself, with what the page's example sends besides. */
function resourceBody(operation: OperationPlan, type: TypePlan, plan: Plan): BodyPlan {
  const properties = type.properties.all;
  const examples = exampleBodies(operation.model);
  const extra = type.open ? [] : exampleMembers(properties, examples, type, plan);
  const needed = neededMembers(operation, type, examples, plan);
  const members = [...needed, ...boundMembers(type, needed, examples, plan), ...extra];
  const base = writable(type, examples, plan);
  const isPlain = base.kind === "reference" && base.symbol === type.symbol;
  const isBare = members.length === 0 && isPlain;
  const named = bindable(type, isBare ? base : reference(operation.body), plan);
  const bodyType = isUntyped(type) ? UNKNOWN : orSubtype(type, named, plan);
  const exact = isLeaf(type) ? type : null;
  if (isBare) return { type: bodyType, declaration: null, properties, exact };
  const declaration = interfaceDeclaration({
    symbol: operation.body,
    base,
    members,
    open: false,
    doc: prose(`Body of \`${operation.symbol.name}\`.`),
  });
  return { type: bodyType, declaration, properties, exact };
}

function plainBody(type: TypeExpression): BodyPlan {
  return { type, declaration: null, properties: NO_PROPERTIES, exact: null };
}

/** Without a table and a type, the example is all there is to know, and more may be sent. */
function exampleBody(operation: OperationPlan, plan: Plan): BodyPlan {
  const members = exampleMembers(NO_PROPERTIES, exampleBodies(operation.model), undefined, plan);
  if (members.length === 0) return plainBody(OBJECT);
  const doc = prose(`Body of \`${operation.symbol.name}\`, from the example of its page.`);
  const declaration = interfaceDeclaration({ symbol: operation.body, base: null, members, open: true, doc });
  return { ...plainBody(reference(operation.body)), declaration };
}

function jsonBody(operation: OperationPlan, body: RequestBodyModel, plan: Plan): BodyPlan {
  if (body.properties.length > 0) return tableBody(operation, body, plan);
  const type = plan.types.get(body.type ?? "");
  if (type !== undefined && !body.collection) return resourceBody(operation, type, plan);
  if (body.type === null || body.type === "unknown") return exampleBody(operation, plan);
  const { type: name, collection } = body;
  return plainBody(typeOfValue({ type: name, collection }, plan));
}

/**
 * Decides what an operation takes as its body.
 *
 * @returns the type, or null where the page documents no body
 */
export function planBody(operation: OperationPlan, plan: Plan): BodyPlan | null {
  const body = operation.model.requestBody;
  if (body === null) return null;
  switch (body.kind) {
    case "json":
      return jsonBody(operation, body, plan);
    case "reference":
      return plainBody(reference(runtimeSymbol(plan, "Reference")));
    case "binary":
    case "text":
    case "multipart":
      return plainBody(reference(runtimeSymbol(plan, "RequestContent")));
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

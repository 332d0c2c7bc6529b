import type { Json, OperationModel, PropertyModel, RequestBodyModel } from "../../api/model.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { interfaceDeclaration, type Declaration } from "../syntax/declaration.ts";
import { bodyDoc } from "../text/body-text.ts";
import { NO_DOC, prose } from "../syntax/doc.ts";
import { ownProperties, type Properties } from "../plan/members.ts";
import { runtimeSymbol, type OperationPlan, type Plan, type TypePlan } from "../plan/plan.ts";
import { propertyMember } from "../types/property.ts";
import { jsonMember } from "../types/json-type.ts";
import { isUntyped, orSubtype, typeOfValue } from "../types/type-of.ts";
import { isLeaf, typeNames } from "../types/interface.ts";
import { relationshipsOf } from "../types/related-names.ts";
import { boundBelow, boundRelationship, withBindings } from "./bindings.ts";
import { OBJECT, UNKNOWN, reference, union, type Member, type TypeExpression } from "../syntax/type-expression.ts";

/** Type of a request body, with its declaration if it has one. */
export interface BodyPlan {
  readonly type: TypeExpression;
  readonly declaration: Declaration | null;
  /** Properties that the body accepts, by wire name. */
  readonly properties: Properties;
  /** The only type that the body's `@odata.type` may name, or null if it may name others. */
  readonly exact: TypePlan | null;
}

const NO_PROPERTIES: Properties = new Map();

type JsonObject = Readonly<Record<string, Json>>;

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON object that an example of the page sends, with its place. */
interface SentBody {
  readonly body: JsonObject;
  readonly source: Place;
}

/** JSON objects that the examples of the page send. */
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

/** A property that the page's own example omits is optional, even if the table marks it as required. */
function isOptional(property: PropertyModel, examples: readonly JsonObject[]): boolean {
  return !property.required || examples.some((example) => !Object.hasOwn(example, property.name));
}

/** A property that the page's own example sets to null is nullable. */
function acceptSent(property: PropertyModel, examples: readonly JsonObject[]): PropertyModel {
  const sendsNull = examples.some((example) => example[property.name] === null);
  return sendsNull ? { ...property, nullable: true } : property;
}

function annotation(type: TypePlan | undefined, plan: Plan): readonly Member[] {
  if (type === undefined) return [];
  const name = union([typeNames(type, plan), { kind: "openString" }]);
  return [{ name: "@odata.type", type: name, optional: true, doc: NO_DOC }];
}

/** Members that the page's example sends but its table does not list. */
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

/** Whether a name binds a documented relationship, which the type of the body already accepts. */
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

/** A type with relationships accepts bindings to existing objects; an open type accepts any property. */
function bindable(type: TypePlan | undefined, named: TypeExpression, plan: Plan): TypeExpression {
  if (type === undefined || type.open) return named;
  const relationships = relationshipsOf(type, plan);
  if (relationships === null) return named;
  // Derived types have their own relationships.
  const names = type.subtypes.length === 0 ? [reference(relationships)] : [];
  return reference(runtimeSymbol(plan, "Bindable"), named, ...names);
}

/** A body accepts properties that its table omits only if the page of its type declares the type open. */
function isOpen(type: TypePlan | undefined): boolean {
  return type !== undefined && type.open && !type.model.inferred;
}

/** The properties of a resource that a body accepts: all except read-only ones that no example of the page sends. */
function writable(type: TypePlan, examples: readonly JsonObject[], plan: Plan): TypeExpression {
  const resource = reference(type.symbol);
  if (type.open) return resource;
  const names = [...type.properties.all.values()]
    .filter(({ name, readOnly }) => readOnly && !examples.some((example) => Object.hasOwn(example, name)))
    .map(({ name: value }) => ({ kind: "literal", value }) as const);
  return names.length === 0 ? resource : reference(runtimeSymbol(plan, "Writable"), resource, union(names));
}

/** Properties whose objects have bindings in the examples, which the types of the resource do not accept. */
function boundMembers(
  type: TypePlan,
  required: readonly Member[],
  examples: readonly JsonObject[],
  plan: Plan,
): readonly Member[] {
  const isRequired = (name: string): boolean => required.some((member) => member.name === name);
  return [...type.properties.all.values()].flatMap((property) => {
    const isBound = boundBelow(property.name, examples).length > 0 && !isRequired(property.name);
    return isBound ? [withBindings(propertyMember(property, true, plan), examples, plan)] : [];
  });
}

/** The properties that a create requires, according to the page of the resource. */
function requiredMembers(
  operation: OperationPlan,
  type: TypePlan,
  examples: readonly JsonObject[],
  plan: Plan,
): readonly Member[] {
  if (operation.model.kind !== "create") return [];
  const required = [...type.properties.all.values()].filter((property) => !isOptional(property, examples));
  return required.map((property) => withBindings(propertyMember(property, false, plan), examples, plan));
}

/** Without a table, the body is the resource itself, plus members that only the page's example sends. */
function resourceBody(operation: OperationPlan, type: TypePlan, plan: Plan): BodyPlan {
  const properties = type.properties.all;
  const examples = exampleBodies(operation.model);
  const extra = type.open ? [] : exampleMembers(properties, examples, type, plan);
  const required = requiredMembers(operation, type, examples, plan);
  const members = [...required, ...boundMembers(type, required, examples, plan), ...extra];
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

/** Without a table and a type, the body has the members of the example and accepts others. */
function exampleBody(operation: OperationPlan, plan: Plan): BodyPlan {
  const members = exampleMembers(NO_PROPERTIES, exampleBodies(operation.model), undefined, plan);
  if (members.length === 0) return plainBody(OBJECT);
  const doc = prose(`Body of \`${operation.symbol.name}\`, inferred from the example of its page.`);
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
 * Determines the request body of an operation.
 *
 * @returns null if the page does not document a body
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
 * Content type of a body that is not JSON: that of the page's example, or else the default of its kind. An example can
 * show text for any bytes, which does not make the bytes of a caller text.
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
  const isExampleOnly = kind === "binary" && /^text\//i.test(stated);
  if (/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(stated) && !/json/i.test(stated) && !isExampleOnly) return stated;
  return kind === "text" ? "text/plain" : "application/octet-stream";
}

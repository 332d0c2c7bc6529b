import type { Json, OperationModel, RequestBodyModel } from "../../api/model.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { interfaceDeclaration, type Declaration } from "../syntax/declaration.ts";
import { bodyDoc } from "../text/body-text.ts";
import {
  acceptSent,
  annotation,
  bindable,
  exampleMembers,
  isOptional,
  withoutUnstated,
  writable,
  type JsonObject,
} from "./body-members.ts";
import { prose } from "../syntax/doc.ts";
import { ownProperties, type Properties } from "../plan/members.ts";
import { runtimeSymbol, type OperationPlan, type Plan, type TypePlan } from "../plan/plan.ts";
import { propertyMember } from "../types/property.ts";
import { isUntyped, orSubtype, typeOfValue } from "../types/type-of.ts";
import { isLeaf } from "../types/interface.ts";
import { subtypeNames } from "../types/related-names.ts";
import { annotationsBelow, boundBelow, withBindings } from "./bindings.ts";
import { OBJECT, UNKNOWN, reference, union, type Member, type TypeExpression } from "../syntax/type-expression.ts";

/** Type of a request body, with its declaration if it has one. */
export interface BodyPlan {
  readonly type: TypeExpression;
  readonly declaration: Declaration | null;
  /** Properties that the body accepts, by wire name. */
  readonly properties: Properties;
  /** Names of all properties that the body accepts, or null if it accepts any. */
  readonly names: ReadonlySet<string> | null;
  /** The only type that the body's `@odata.type` may name, or null if it may name others. */
  readonly exact: TypePlan | null;
}

const NO_PROPERTIES: Properties = new Map();

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

/** Examples without the properties that lift the requirements of the page. */
function ordinaryBodies(examples: readonly JsonObject[], unless: readonly string[]): readonly JsonObject[] {
  return examples.filter((example) => !unless.some((name) => Object.hasOwn(example, name)));
}

function tableBody(operation: OperationPlan, body: RequestBodyModel, plan: Plan): BodyPlan {
  const type = plan.types.get(body.type ?? "");
  const examples = exampleBodies(operation.model);
  const listed = listedRows(body, examples);
  const rest = body.others && type?.open === false ? type : undefined;
  const known: Properties = new Map([...(rest?.properties.all ?? []), ...listed]);
  const needs = needsOf(body, listed, known, examples);
  const members = [...listed.values()].map((row) =>
    withBindings(propertyMember(row, !needs.required.has(row.name), plan), examples, plan),
  );
  const stated = withoutUnstated(examples, listed, type);
  const open = isOpen(type) || (body.others && type === undefined);
  const declaration = interfaceDeclaration({
    symbol: operation.body,
    base: rest === undefined ? null : writable(rest, examples, plan, ["@odata.type", ...listed.keys()]),
    members: [...annotation(type, plan), ...members, ...exampleMembers(known, stated, type, plan)],
    open,
    doc: bodyDoc(operation.symbol.name, body.description),
  });
  const properties: Properties = new Map([...(type?.properties.all ?? []), ...listed]);
  const named = withExceptions(reference(operation.body), needs, plan);
  const names = open || stated === examples ? null : acceptedNames(type, properties);
  return { type: orSubtype(type, bindable(type, named, plan), plan), declaration, properties, names, exact: null };
}

/** The rows of a body's table, without read-only ones that no example sends. */
function listedRows(body: RequestBodyModel, examples: readonly JsonObject[]): Properties {
  const sent = (name: string): boolean => examples.some((example) => Object.hasOwn(example, name));
  const rows = [...ownProperties(body.properties)]
    .filter(([name, row]) => !row.readOnly || sent(name))
    .map(([name, row]) => [name, acceptSent(row, examples)] as const);
  return new Map(rows);
}

/** Names that a body of a type accepts, or null if it accepts any. */
function acceptedNames(type: TypePlan | undefined, properties: Properties): ReadonlySet<string> | null {
  if (type !== undefined && subtypeNames(type) === "open") return null;
  return new Set([...properties.keys(), ...(type?.subtypeProperties ?? [])]);
}

/** Rows that every body needs, and those that it needs unless it has one of the other properties. */
interface Needs {
  readonly required: ReadonlySet<string>;
  readonly lifted: readonly string[];
  readonly unless: readonly string[];
}

function needsOf(
  body: RequestBodyModel,
  listed: Properties,
  known: Properties,
  examples: readonly JsonObject[],
): Needs {
  const unless = body.unless.filter((name) => known.has(name));
  const ordinary = ordinaryBodies(examples, unless);
  const names = [...listed.values()].filter((row) => !isOptional(row, ordinary)).map(({ name }) => name);
  return unless.length === 0
    ? { required: new Set(names), lifted: [], unless }
    : { required: new Set(), lifted: names, unless };
}

function withExceptions(named: TypeExpression, { lifted, unless }: Needs, plan: Plan): TypeExpression {
  if (lifted.length === 0) return named;
  const names = (values: readonly string[]) => union(values.map((value) => ({ kind: "literal", value }) as const));
  return reference(runtimeSymbol(plan, "RequiredUnless"), named, names(lifted), names(unless));
}

/** A body accepts properties that its table omits only if the page of its type declares the type open. */
function isOpen(type: TypePlan | undefined): boolean {
  return type !== undefined && type.open && !type.model.inferred;
}

/** Properties whose objects have bindings or annotations in the examples, which the types of the resource do not accept. */
function boundMembers(
  type: TypePlan,
  required: readonly Member[],
  examples: readonly JsonObject[],
  plan: Plan,
): readonly Member[] {
  const isRequired = (name: string): boolean => required.some((member) => member.name === name);
  return [...type.properties.all.values()].flatMap((property) => {
    const isBound = boundBelow(property.name, examples).length + annotationsBelow(property.name, examples).length > 0;
    return isBound && !isRequired(property.name)
      ? [withBindings(propertyMember(property, true, plan), examples, plan)]
      : [];
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
  const plain = { type: bodyType, properties, names: null, exact };
  if (isBare) return { ...plain, declaration: null };
  const declaration = interfaceDeclaration({
    symbol: operation.body,
    base,
    members,
    open: false,
    doc: prose(`Body of \`${operation.symbol.name}\`.`),
  });
  return { ...plain, declaration };
}

function plainBody(type: TypeExpression): BodyPlan {
  return { type, declaration: null, properties: NO_PROPERTIES, names: null, exact: null };
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
 * @returns null for a body that can only be JSON
 */
export function contentTypeOf(operation: OperationModel): string | null {
  const { kind = "json", content } = operation.requestBody ?? {};
  if (content !== undefined) return content;
  if (kind === "json" || kind === "reference") return null;
  const sent = operation.examples.flatMap(({ request }) =>
    Object.entries(request?.headers ?? {}).filter(([name]) => name.toLowerCase() === "content-type"),
  );
  const stated = sent[0]?.[1].trim() ?? "";
  const isExampleOnly = kind === "binary" && /^text\//i.test(stated);
  if (/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(stated) && !/json/i.test(stated) && !isExampleOnly) return stated;
  return kind === "text" ? "text/plain" : "application/octet-stream";
}

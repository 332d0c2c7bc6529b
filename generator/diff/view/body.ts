import type { Json, OperationModel, PropertyModel, RequestBodyModel } from "../../api/model.ts";
import { isJsonArray, isJsonObject, type JsonObject } from "../../util/json.ts";
import { firstByName, propertiesOf, type ApiSide } from "./api-side.ts";

/** The body that a request function accepts. */
export type Body =
  | { readonly kind: "properties"; readonly properties: ReadonlyMap<string, PropertyModel>; readonly open: boolean }
  | { readonly kind: "resource"; readonly type: string }
  | { readonly kind: "value"; readonly type: string; readonly collection: boolean }
  | { readonly kind: "object" | "reference" | "content" };

/** JSON objects that examples of the operation send. */
function exampleBodies(operation: OperationModel): readonly JsonObject[] {
  const methods = new Set<string>(operation.requests.map(({ method }) => method));
  return operation.examples.flatMap(({ request }) =>
    request !== null && methods.has(request.method) && isJsonObject(request.body) ? [request.body] : [],
  );
}

/** Whether a body of a type can have properties that the type does not list. */
export function isOpenBody(type: string, side: ApiSide): boolean {
  return side.types.get(type)?.open === true;
}

/** Properties of the page's table, adjusted to what its examples send. */
function tableBody(operation: OperationModel, body: RequestBodyModel, side: ApiSide): Body {
  const examples = exampleBodies(operation);
  const properties = new Map<string, PropertyModel>();
  for (const [name, row] of firstByName(body.properties)) {
    const sent = examples.filter((example) => Object.hasOwn(example, name));
    if (name === "@odata.type" || (row.readOnly && sent.length === 0)) continue;
    const required = row.required && body.unless.length === 0 && sent.length === examples.length;
    properties.set(name, {
      ...row,
      required,
      nullable: row.nullable || sent.some((example) => example[name] === null),
    });
  }
  for (const property of unlistedProperties(properties, examples, body, side)) properties.set(property.name, property);
  return { kind: "properties", properties, open: isOpenBody(body.type ?? "", side) };
}

/** Properties that the table does not list: those of the type, and annotations or other members that examples send. */
function unlistedProperties(
  listed: ReadonlyMap<string, PropertyModel>,
  examples: readonly JsonObject[],
  body: RequestBodyModel,
  side: ApiSide,
): readonly PropertyModel[] {
  const declared = propertiesOf(side, body.type ?? "");
  const isTyped = side.types.has(body.type ?? "");
  const isAbout = examples.some((example) => Object.keys(example).some((name) => listed.has(name)));
  const isStated = (name: string) => !isAbout || name.includes("@") || declared.has(name);
  const sent = examples
    .flatMap((example) => Object.entries(example))
    .filter(([name]) => !listed.has(name) && isStated(name) && !(isTyped && name === "@odata.type"))
    .map(([name, value]) => exampleProperty(name, value, body, declared));
  const others = body.others
    ? [...declared.values()].filter(({ name, readOnly }) => !readOnly && !listed.has(name))
    : [];
  return [...others.map((property) => ({ ...property, required: false })), ...sent];
}

/** A property that only an example sends has the type from the resource, or that of its value. */
function exampleProperty(
  name: string,
  value: Json,
  { source }: RequestBodyModel,
  declared: ReadonlyMap<string, PropertyModel>,
): PropertyModel {
  const shown: PropertyModel = {
    name,
    ...shownType(value),
    values: null,
    relationship: false,
    readOnly: false,
    required: false,
    nullable: false,
    inherited: false,
    inferred: true,
    deprecated: null,
    default: null,
    description: "",
    source,
  };
  return { ...(declared.get(name) ?? shown), required: false };
}

function shownType(value: Json): { readonly type: string; readonly collection: boolean } {
  if (isJsonArray(value))
    return { type: value.length === 0 ? "unknown" : shownType(value[0] ?? null).type, collection: true };
  switch (typeof value) {
    case "string":
      return { type: "Edm.String", collection: false };
    case "number":
      return { type: "Edm.Double", collection: false };
    case "boolean":
      return { type: "Edm.Boolean", collection: false };
    default:
      return { type: "unknown", collection: false };
  }
}

/**
 * Lists the properties that values of a body can have.
 *
 * @returns null if any properties are allowed, or the body is not an object
 */
export function bodyProperties(body: Body, side: ApiSide): ReadonlyMap<string, PropertyModel> | null {
  if (body.kind === "properties") return body.properties;
  if (body.kind !== "resource") return null;
  const all = [...propertiesOf(side, body.type)];
  return new Map(all.map(([name, property]) => [name, { ...property, required: false }]));
}

/**
 * Determines the body that the request function of an operation accepts.
 *
 * @returns null if it does not accept one
 */
export function bodyOf(operation: OperationModel, side: ApiSide): Body | null {
  const body = operation.requestBody;
  if (body === null) return null;
  if (body.kind === "reference") return { kind: "reference" };
  if (body.kind !== "json") return { kind: "content" };
  if (body.properties.length > 0) return tableBody(operation, body, side);
  if (body.type === null || body.type === "unknown") return { kind: "object" };
  if (side.types.has(body.type) && !body.collection) return { kind: "resource", type: body.type };
  return { kind: "value", type: body.type, collection: body.collection };
}

/** Describes a body briefly. */
export function shownBody(body: Body): string {
  switch (body.kind) {
    case "properties":
      return "an object";
    case "resource":
      return body.type;
    case "value":
      return body.collection ? `${body.type} collection` : body.type;
    case "object":
      return "any object";
    case "reference":
      return "a reference";
    case "content":
      return "content";
  }
}

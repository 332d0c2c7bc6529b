import type { Json, OperationModel, PropertyModel, RequestBodyModel } from "../api/model.ts";
import { isJsonArray, isJsonObject, type JsonObject } from "../util/json.ts";
import { firstByName, propertiesOf, type World } from "./world.ts";

/** What a request function takes as its body. */
export type BodyView =
  | { readonly kind: "properties"; readonly properties: ReadonlyMap<string, PropertyModel>; readonly strict: boolean }
  | { readonly kind: "resource"; readonly type: string }
  | { readonly kind: "value"; readonly type: string; readonly collection: boolean }
  | { readonly kind: "object" | "reference" | "content" };

/** JSON objects that the page sends in its examples. */
function exampleBodies(operation: OperationModel): readonly JsonObject[] {
  const methods = new Set<string>(operation.requests.map(({ method }) => method));
  return operation.examples.flatMap(({ request }) =>
    request !== null && methods.has(request.method) && isJsonObject(request.body) ? [request.body] : [],
  );
}

/** Whether a body of a type has room for properties that the type does not list. */
export function takesMore(type: string, world: World): boolean {
  return world.types.get(type)?.open === true;
}

/** The page's table, as its own examples bear it out. */
function tableView(operation: OperationModel, body: RequestBodyModel, world: World): BodyView {
  const examples = exampleBodies(operation);
  const properties = new Map<string, PropertyModel>();
  for (const [name, row] of firstByName(body.properties)) {
    const sent = examples.filter((example) => Object.hasOwn(example, name));
    if (name === "@odata.type" || (row.readOnly && sent.length === 0)) continue;
    const required = row.required && sent.length === examples.length;
    properties.set(name, {
      ...row,
      required,
      nullable: row.nullable || sent.some((example) => example[name] === null),
    });
  }
  const type = world.types.get(body.type ?? "");
  for (const [name, value] of examples.flatMap((example) => Object.entries(example))) {
    const known = properties.has(name) || (type !== undefined && name === "@odata.type");
    if (!known) properties.set(name, exampleProperty(name, value, body, propertiesOf(world, body.type ?? "")));
  }
  return { kind: "properties", properties, strict: !takesMore(body.type ?? "", world) };
}

/** A property that only an example sends has the type that its resource gives it, or that its value shows. */
function exampleProperty(
  name: string,
  value: Json,
  { source }: RequestBodyModel,
  known: ReadonlyMap<string, PropertyModel>,
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
  return { ...(known.get(name) ?? shown), required: false };
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

/** Properties that any of its values may have, where that is known. */
export function bodyProperties(view: BodyView, world: World): ReadonlyMap<string, PropertyModel> | null {
  if (view.kind === "properties") return view.properties;
  if (view.kind !== "resource") return null;
  const all = [...propertiesOf(world, view.type)];
  return new Map(all.map(([name, property]) => [name, { ...property, required: false }]));
}

/** Decides what a request function takes, or null where it takes no body. */
export function bodyOf(operation: OperationModel, world: World): BodyView | null {
  const body = operation.requestBody;
  if (body === null) return null;
  if (body.kind === "reference") return { kind: "reference" };
  if (body.kind !== "json") return { kind: "content" };
  if (body.properties.length > 0) return tableView(operation, body, world);
  if (body.type === null || body.type === "unknown") return { kind: "object" };
  if (world.types.has(body.type) && !body.collection) return { kind: "resource", type: body.type };
  return { kind: "value", type: body.type, collection: body.collection };
}

/** A body in a few words. */
export function shownBody(view: BodyView): string {
  switch (view.kind) {
    case "properties":
      return "an object";
    case "resource":
      return view.type;
    case "value":
      return view.collection ? `${view.type} collection` : view.type;
    case "object":
      return "any object";
    case "reference":
      return "a reference";
    case "content":
      return "content";
  }
}

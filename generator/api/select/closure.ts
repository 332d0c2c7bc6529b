import type { ApiModel, EnumModel, Json, OperationModel, PropertyModel, TypeModel } from "../model.ts";
import type { Picked } from "./match.ts";

/** Full wire name of a type or an enum. */
export function fullName(item: TypeModel | EnumModel): string {
  return `${item.namespace}.${item.name}`;
}

/** Types that JSON names in `@odata.type`. */
function typesNamedIn(value: Json): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const name = "@odata.type" in value ? value["@odata.type"] : null;
  return [...(typeof name === "string" ? [name.replace(/^#/, "")] : []), ...Object.values(value).flatMap(typesNamedIn)];
}

function exampleTypes({ examples }: OperationModel): readonly string[] {
  return examples.flatMap(({ request, response }) =>
    [request?.body ?? null, response?.body ?? null].flatMap(typesNamedIn),
  );
}

function propertyTypes({ type, values }: PropertyModel): readonly string[] {
  return values === null ? [type] : [type, values];
}

/** What a caller of an operation needs: all that it takes and gives, and the types that its examples show. */
function operationTypes(operation: OperationModel): readonly string[] {
  const { requests, query, functionParameters, requestBody, response } = operation;
  const parameters = [...requests.flatMap((request) => request.parameters), ...query, ...functionParameters];
  const bodies = [requestBody?.type, response.type].flatMap((type) => type ?? []);
  const rows = requestBody?.properties ?? [];
  return [...bodies, ...parameters.map(({ type }) => type), ...rows.flatMap(propertyTypes), ...exampleTypes(operation)];
}

/** What a type's own text names; a relationship leads to a resource of its own, which is not needed to have this one. */
function typeTypes(type: TypeModel): readonly string[] {
  return type.properties.filter(({ relationship }) => !relationship).flatMap(propertyTypes);
}

/** Subtypes of the bases whose values are only ever written whole; an entity's subtypes are resources of their own. */
function complexSubtypes(types: readonly TypeModel[]): ReadonlyMap<string, readonly string[]> {
  const complex = new Set(types.filter(({ kind }) => kind === "complex").map(fullName));
  const subtypes = new Map<string, string[]>();
  for (const type of types) {
    const base = type.baseType ?? "";
    if (complex.has(base)) subtypes.set(base, [...(subtypes.get(base) ?? []), fullName(type)]);
  }
  return subtypes;
}

/**
 * Finds the types and enums that a package of some operations and types needs: property types, bases, what operations
 * take and give, subtypes where a value of a complex base may be any of them, and what examples name.
 *
 * @param model the whole model
 * @param picked where to start
 * @returns full names, also of what the model does not define
 */
export function neededNames(model: ApiModel, picked: Picked): ReadonlySet<string> {
  const types = new Map(model.types.map((type) => [fullName(type), type]));
  const subtypes = complexSubtypes(model.types);
  const needed = new Set<string>();
  const values = new Set<string>();
  const open = [...picked.types, ...picked.enums].map(fullName);
  open.push(...[...picked.operations].flatMap(operationTypes));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (values.has(name)) continue;
    values.add(name);
    open.push(...(subtypes.get(name) ?? []));
    // A base is needed for its text only: no value has to be one of its other subtypes.
    for (let type = types.get(name); type !== undefined && !needed.has(fullName(type));) {
      needed.add(fullName(type));
      open.push(...typeTypes(type));
      type = types.get(type.baseType ?? "");
    }
    needed.add(name);
  }
  return needed;
}

import type { ApiModel, EnumModel, Json, OperationModel, PropertyModel, TypeModel } from "../model.ts";
import type { Picked } from "./match.ts";

/** Full wire name of a type or an enum. */
export function fullName(item: TypeModel | EnumModel): string {
  return `${item.namespace}.${item.name}`;
}

/** Types that `@odata.type` annotations name in a JSON value. */
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

/** Types that a caller of an operation needs: those of its parameters, bodies, responses and examples. */
function operationTypes(operation: OperationModel): readonly string[] {
  const { requests, query, functionParameters, requestBody, response } = operation;
  const parameters = [...requests.flatMap((request) => request.parameters), ...query, ...functionParameters];
  const bodies = [requestBody?.type, response.type].flatMap((type) => type ?? []);
  const rows = requestBody?.properties ?? [];
  return [...bodies, ...parameters.map(({ type }) => type), ...rows.flatMap(propertyTypes), ...exampleTypes(operation)];
}

/** Types that a declaration refers to, except through relationships, which refer to separate resources. */
function typeTypes(type: TypeModel): readonly string[] {
  return type.properties.filter(({ relationship }) => !relationship).flatMap(propertyTypes);
}

/** Groups subtypes by their complex base; the subtypes of an entity are separate resources. */
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
 * Finds the types and enums that a package of the picked items needs: types of properties, parameters, bodies and
 * responses, bases, subtypes of complex types, and types that examples name.
 *
 * @param model the whole model
 * @param picked items to start from
 * @returns full names, including some that the model does not define
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
    // Only the declaration of a base is needed, so its other subtypes are not added.
    for (let type = types.get(name); type !== undefined && !needed.has(fullName(type));) {
      needed.add(fullName(type));
      open.push(...typeTypes(type));
      type = types.get(type.baseType ?? "");
    }
    needed.add(name);
  }
  return needed;
}

import type { Json, PropertyModel } from "../api/model.ts";
import { boundRelationship } from "./bindings.ts";
import { ancestorsOf } from "./hierarchy.ts";
import { isLeaf } from "./interface.ts";
import type { Properties } from "./members.ts";
import { subtypeNames } from "./related-names.ts";
import { isNumber, isPrimitive, isUntyped } from "./type-of.ts";
import type { Plan, TypePlan } from "./plan.ts";

/** Examples often put a word such as "String" where a member of an enum belongs, or a member in another case. */
export function enumSample(value: string, type: string, plan: Plan): string {
  const enumeration = plan.enums.get(type);
  const members = enumeration?.model.members ?? [];
  if (enumeration === undefined || enumeration.open || members.length === 0) return value;
  const names = members.map(({ name }) => name);
  const inCase = names.find((name) => name.toLowerCase() === value.toLowerCase());
  return names.includes(value) ? value : (inCase ?? names[0] ?? value);
}

/** Examples also write `"true"` and `"5"`, or the name of the type, where a boolean or a number belongs. */
function mendPrimitive(value: string | number | boolean, type: string, plan: Plan): Json {
  if (isNumber(type)) return Number.isFinite(Number(value)) ? Number(value) : 0;
  if (type === "Edm.Boolean") return typeof value === "boolean" ? value : /^true$/i.test(String(value));
  if (isPrimitive(type)) return String(value);
  return typeof value === "string" ? enumSample(value, type, plan) : value;
}

/** Undefined where an object stands for a text or a number: no part of it can stay. */
function mendItem(value: Json, type: string, plan: Plan): Json | undefined {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return mendPrimitive(value, type, plan);
  }
  if (isPrimitive(type) || plan.enums.has(type)) return value === null ? null : undefined;
  const resource = plan.types.get(type);
  return resource === undefined ? value : mendResource(value, resource, plan);
}

/** Undefined where nothing of the value can stay. */
function mendValue(value: Json, property: PropertyModel, plan: Plan): Json | undefined {
  if (value === null) return property.nullable || property.type === "unknown" ? null : undefined;
  if (property.type === "unknown") return value;
  const items = (isList(value) ? value : [value]).flatMap((item) => mendItem(item, property.type, plan) ?? []);
  return property.collection ? items : items[0];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** An object below a body has what its type documents, or what a derived type may have. */
function mendResource(value: Json, type: TypePlan, plan: Plan): Json {
  const mended = withOwnName(mendObject(value, type.properties.all, plan), type, plan);
  if (typeof mended !== "object" || mended === null || isList(mended) || hasRoom(type, plan)) return mended;
  const names = new Map([...type.properties.all.keys()].map((name) => [name.toLowerCase(), name]));
  const known = new Set([...names.values(), ...type.subtypeProperties]);
  const entries = Object.entries(mended).flatMap(([name, item]) => {
    if (known.has(name) || isAnnotation(name, type) || boundRelationship(name) !== null) return [[name, item] as const];
    const spelled = names.get(name.toLowerCase());
    const property = spelled === undefined ? undefined : type.properties.all.get(spelled);
    const kept = property === undefined ? undefined : mendValue(item, property, plan);
    return kept === undefined ? [] : [[property?.name ?? name, kept] as const];
  });
  return Object.fromEntries(entries);
}

/** Whether objects of a type may have properties that no page names. */
function hasRoom(type: TypePlan, plan: Plan): boolean {
  const family = [type.fullName, ...ancestorsOf(plan.hierarchy, type.fullName)];
  return isUntyped(type) || subtypeNames(type) === "open" || family.some((name) => plan.types.get(name)?.open === true);
}

function isAnnotation(name: string, type: TypePlan): boolean {
  return (
    name === "@odata.type" || (type.model.kind === "entity" && /^@(?:odata\.(?:context|etag|id)|removed)$/.test(name))
  );
}

/** An object without an `@odata.type` that its type cannot have. */
export function withOwnName(value: Json, type: TypePlan, plan: Plan): Json {
  if (typeof value !== "object" || value === null || isList(value) || !("@odata.type" in value)) return value;
  const name = value["@odata.type"];
  const isOwn = name === `#${type.fullName}` || (name === type.fullName && plan.bareTypeNames.has(type.fullName));
  if (isOwn || (!isLeaf(type) && typeof name === "string")) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "@odata.type"));
}

/**
 * Replaces stand-ins in an example by values that the service would take, so that the example type-checks.
 *
 * @param properties what is known of the object's properties
 */
export function mendObject(value: Json, properties: Properties, plan: Plan): Json {
  if (typeof value !== "object" || value === null || isList(value)) return value;
  const mended = Object.entries(value).flatMap(([name, item]) => {
    const property = properties.get(name);
    const kept = property === undefined ? item : mendValue(item, property, plan);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return Object.fromEntries(mended);
}

import type { Json, PropertyModel } from "../../api/model.ts";
import { boundRelationship, isOwnAnnotation } from "../requests/bindings.ts";
import { ancestorsOf } from "../plan/hierarchy.ts";
import { isLeaf } from "../types/interface.ts";
import type { Properties } from "../plan/members.ts";
import { subtypeNames } from "../types/related-names.ts";
import { isPrimitive } from "../../util/odata.ts";
import { isNumber, isUntyped } from "../types/type-of.ts";
import type { Plan, TypePlan } from "../plan/plan.ts";

/** Replaces a word such as "String", which examples often contain instead of an enum member, or fixes its case. */
export function enumSample(value: string, type: string, plan: Plan): string {
  const enumeration = plan.enums.get(type);
  const members = enumeration?.model.members ?? [];
  if (enumeration === undefined || enumeration.open || members.length === 0) return value;
  const names = members.map(({ name }) => name);
  const inCase = names.find((name) => name.toLowerCase() === value.toLowerCase());
  return names.includes(value) ? value : (inCase ?? names[0] ?? value);
}

/** Examples also contain `"true"`, `"5"` or the name of the type instead of a boolean or a number. */
function repairPrimitive(value: string | number | boolean, type: string, plan: Plan): Json {
  if (isNumber(type)) return Number.isFinite(Number(value)) ? Number(value) : 0;
  if (type === "Edm.Boolean") return typeof value === "boolean" ? value : /^true$/i.test(String(value));
  if (isPrimitive(type)) return String(value);
  return typeof value === "string" ? enumSample(value, type, plan) : value;
}

/** Returns undefined for an object in place of a string or a number, because it cannot be repaired. */
function repairItem(value: Json, type: string, plan: Plan): Json | undefined {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return repairPrimitive(value, type, plan);
  }
  if (isPrimitive(type) || plan.enums.has(type)) return value === null ? null : undefined;
  const resource = plan.types.get(type);
  return resource === undefined ? value : repairResource(value, resource, plan);
}

/** Returns undefined if the value cannot be repaired. */
function repairValue(value: Json, property: PropertyModel, plan: Plan): Json | undefined {
  if (value === null) return property.nullable || property.type === "unknown" ? null : undefined;
  if (property.type === "unknown" || property.type === "Edm.Untyped") return value;
  const items = (isList(value) ? value : [value]).flatMap((item) => repairItem(item, property.type, plan) ?? []);
  return property.collection ? items : items[0];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Reduces an object below a body to the properties of its type and of derived types. */
function repairResource(value: Json, type: TypePlan, plan: Plan): Json {
  const repaired = withValidTypeName(repairObject(value, type.properties.all, plan), type, plan);
  if (typeof repaired !== "object" || repaired === null || isList(repaired) || isOpenType(type, plan)) return repaired;
  const names = new Map([...type.properties.all.keys()].map((name) => [name.toLowerCase(), name]));
  const known = new Set([...names.values(), ...type.subtypeProperties]);
  const entries = Object.entries(repaired).flatMap(([name, item]) => {
    if (known.has(name) || isAnnotation(name, type) || boundRelationship(name) !== null) return [[name, item] as const];
    const spelled = names.get(name.toLowerCase());
    const property = spelled === undefined ? undefined : type.properties.all.get(spelled);
    const repaired = property === undefined ? undefined : repairValue(item, property, plan);
    return repaired === undefined ? [] : [[property?.name ?? name, repaired] as const];
  });
  return Object.fromEntries(entries);
}

/** Whether objects of a type may have undocumented properties. */
function isOpenType(type: TypePlan, plan: Plan): boolean {
  const family = [type.fullName, ...ancestorsOf(plan.hierarchy, type.fullName)];
  return isUntyped(type) || subtypeNames(type) === "open" || family.some((name) => plan.types.get(name)?.open === true);
}

function isAnnotation(name: string, type: TypePlan): boolean {
  return (
    name === "@odata.type" || (type.model.kind === "entity" && /^@(?:odata\.(?:context|etag|id)|removed)$/.test(name))
  );
}

/** Removes an `@odata.type` that the type does not allow. */
export function withValidTypeName(value: Json, type: TypePlan, plan: Plan): Json {
  if (typeof value !== "object" || value === null || isList(value) || !("@odata.type" in value)) return value;
  const name = value["@odata.type"];
  const isOwn = name === `#${type.fullName}` || (name === type.fullName && plan.bareTypeNames.has(type.fullName));
  if (isOwn || (!isLeaf(type) && typeof name === "string")) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "@odata.type"));
}

/** Removes the members of a body without one of the names, and corrects the letter case of others. Annotations remain. */
export function keepNamed(value: Json, names: ReadonlySet<string>): Json {
  if (typeof value !== "object" || value === null || isList(value)) return value;
  const spelled = new Map([...names].map((name) => [name.toLowerCase(), name]));
  const members = Object.entries(value).flatMap(([name, item]) => {
    const stated = names.has(name) || name.includes("@") ? name : spelled.get(name.toLowerCase());
    return stated === undefined ? [] : [[stated, item] as const];
  });
  return Object.fromEntries(members);
}

/** Adds the annotations of the service that an example sends in the objects of a body. */
export function keepAnnotations(repaired: Json, sent: Json): Json {
  if (!isRecord(repaired) || !isRecord(sent)) return repaired;
  return Object.fromEntries(Object.entries(repaired).map(([name, value]) => [name, annotated(value, sent[name])]));
}

function annotated(value: Json, sent: Json | undefined): Json {
  if (sent === undefined) return value;
  if (isList(value) && isList(sent) && value.length === sent.length) {
    return value.map((item, index) => annotated(item, sent[index]));
  }
  if (!isRecord(value) || !isRecord(sent)) return value;
  const own = Object.entries(sent).filter(([name]) => isOwnAnnotation(name));
  return own.length === 0 ? value : { ...value, ...Object.fromEntries(own) };
}

function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !isList(value);
}

/**
 * Replaces invalid values in an example with values that the service would accept, so that the example type-checks.
 *
 * @param properties documented properties of the object
 */
export function repairObject(value: Json, properties: Properties, plan: Plan): Json {
  if (typeof value !== "object" || value === null || isList(value)) return value;
  const repaired = Object.entries(value).flatMap(([name, item]) => {
    const property = properties.get(name);
    const repaired = property === undefined ? item : repairValue(item, property, plan);
    return repaired === undefined ? [] : [[name, repaired] as const];
  });
  return Object.fromEntries(repaired);
}

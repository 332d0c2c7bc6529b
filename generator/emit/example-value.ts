import type { Json, PropertyModel } from "../api/model.ts";
import type { Properties } from "./members.ts";
import { isNumber } from "./type-of.ts";
import type { Plan } from "./plan.ts";

/** Examples often put a word such as "String" where a member of an enum belongs. */
export function enumSample(value: string, type: string, plan: Plan): string {
  const enumeration = plan.enums.get(type);
  const members = enumeration?.model.members ?? [];
  if (enumeration === undefined || enumeration.open || members.length === 0) return value;
  return members.some((member) => member.name === value) ? value : (members[0]?.name ?? value);
}

/** Examples also write `"true"` and `"5"`, or the name of the type, where a boolean or a number belongs. */
function mendPrimitive(value: string | number | boolean, type: string, plan: Plan): Json {
  if (isNumber(type)) return Number.isFinite(Number(value)) ? Number(value) : 0;
  if (type === "Edm.Boolean") return typeof value === "boolean" ? value : /^true$/i.test(String(value));
  return typeof value === "string" ? enumSample(value, type, plan) : value;
}

function mendItem(value: Json, type: string, plan: Plan): Json {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return mendPrimitive(value, type, plan);
  }
  return mendObject(value, plan.types.get(type)?.properties.all ?? new Map(), plan);
}

/** Undefined where nothing of the value can stay. */
function mendValue(value: Json, property: PropertyModel, plan: Plan): Json | undefined {
  if (value === null) return property.nullable || property.type === "unknown" ? null : undefined;
  if (!isList(value)) {
    const item = mendItem(value, property.type, plan);
    return property.collection ? [item] : item;
  }
  return value.map((item) => mendItem(item, property.type, plan));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * Replaces stand-ins in an example by values that the service would take, so that the example type-checks.
 *
 * @param properties what is known of the object's properties
 */
export function mendObject(value: Json, properties: Properties, plan: Plan): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const mended = Object.entries(value).flatMap(([name, item]) => {
    const property = properties.get(name);
    const kept = property === undefined ? item : mendValue(item, property, plan);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return Object.fromEntries(mended);
}

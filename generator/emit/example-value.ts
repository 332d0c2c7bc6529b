import type { Json, PropertyModel } from "../api/model.ts";
import type { Properties } from "./members.ts";
import type { Plan } from "./plan.ts";

/** Examples often put a word such as "String" where a member of an enum belongs. */
export function enumSample(value: string, type: string, plan: Plan): string {
  const enumeration = plan.enums.get(type);
  const members = enumeration?.model.members ?? [];
  if (enumeration === undefined || enumeration.open || members.length === 0) return value;
  return members.some((member) => member.name === value) ? value : (members[0]?.name ?? value);
}

function mendValue(value: Json, property: PropertyModel, plan: Plan): Json {
  if (typeof value === "string") return enumSample(value, property.type, plan);
  if (Array.isArray(value)) return value.map((item: Json) => mendValue(item, property, plan));
  const type = plan.types.get(property.type);
  return type === undefined ? value : mendObject(value, type.properties.all, plan);
}

/**
 * Replaces stand-ins in an example by values that the service would take, so that the example type-checks.
 *
 * @param properties what is known of the object's properties
 */
export function mendObject(value: Json, properties: Properties, plan: Plan): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const property = properties.get(name);
      return [name, property === undefined ? item : mendValue(item, property, plan)];
    }),
  );
}

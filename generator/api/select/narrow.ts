import type { PropertyModel, TypeModel } from "../model.ts";
import { fullName } from "./closure.ts";

/** Types that relationships can refer to. */
interface NarrowContext {
  /** All types of the model by full name. */
  readonly types: ReadonlyMap<string, TypeModel>;
  /** Full names of the selected types and enums. */
  readonly needed: ReadonlySet<string>;
}

/** The nearest base in the selection, or `unknown`; a value of the type is assignable to either. */
function nearestBase(type: TypeModel, { types, needed }: NarrowContext): string {
  const seen = new Set<string>();
  for (let base = type.baseType; base !== null && !seen.has(base); base = types.get(base)?.baseType ?? null) {
    if (needed.has(base)) return base;
    seen.add(base);
  }
  return "unknown";
}

function narrowProperty(property: PropertyModel, context: NarrowContext): PropertyModel {
  const target = context.types.get(property.type);
  if (target === undefined || context.needed.has(property.type)) return property;
  const note = `The type \`${fullName(target)}\` is not part of this selection.`;
  const description = property.description === "" ? note : `${property.description}\n\n${note}`;
  return { ...property, type: nearestBase(target, context), description };
}

/** Returns a type whose relationships refer only to selected types. */
export function narrowType(type: TypeModel, context: NarrowContext): TypeModel {
  const properties = type.properties.map((property) => narrowProperty(property, context));
  return properties.every((property, index) => property === type.properties[index]) ? type : { ...type, properties };
}

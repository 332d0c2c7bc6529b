import type { EnumModel, PropertyModel, TypeModel } from "../api/model.ts";
import { ancestorsOf, fullName, type Hierarchy } from "./hierarchy.ts";

/** Properties of a type by wire name. */
export type Properties = ReadonlyMap<string, PropertyModel>;

const OWN_ANNOTATION = "@odata.type";

/** A page may list a property twice; the first row counts. The type annotation is the emitter's own. */
export function ownProperties(properties: readonly PropertyModel[]): Properties {
  const own = new Map<string, PropertyModel>();
  for (const property of properties) {
    if (property.name !== OWN_ANNOTATION && !own.has(property.name)) own.set(property.name, property);
  }
  return own;
}

function isText(type: string, enums: ReadonlyMap<string, EnumModel>): boolean {
  return enums.has(type) || type === "Edm.String";
}

function isAssignable(own: PropertyModel, base: PropertyModel, context: Context): boolean {
  if (base.type === "unknown" && !base.collection) return true;
  if (own.collection !== base.collection || (own.nullable && !base.nullable)) return false;
  if (own.type === base.type) return true;
  if (base.type === "Edm.String") return isText(own.type, context.enums);
  return ancestorsOf(context.hierarchy, own.type).includes(base.type);
}

interface Context {
  readonly hierarchy: Hierarchy;
  readonly enums: ReadonlyMap<string, EnumModel>;
}

/** A subtype must stay assignable to its base, so a redeclared property with a foreign type keeps the base's. */
function redeclare(own: PropertyModel, base: PropertyModel | undefined, context: Context): PropertyModel {
  if (base === undefined || isAssignable(own, base, context)) return own;
  return { ...own, type: base.type, collection: base.collection, nullable: base.nullable };
}

/** Properties of every type: its own, and all of them with what it inherits. */
export interface TypeProperties {
  readonly own: Properties;
  readonly all: Properties;
}

/**
 * Decides the properties of every type, bases before subtypes.
 *
 * @param types types by full name
 * @param enums enums by full name
 * @param hierarchy hierarchy of the types
 */
export function resolveProperties(
  types: ReadonlyMap<string, TypeModel>,
  enums: ReadonlyMap<string, EnumModel>,
  hierarchy: Hierarchy,
): ReadonlyMap<string, TypeProperties> {
  const resolved = new Map<string, TypeProperties>();
  const resolve = (type: TypeModel): TypeProperties => {
    const name = fullName(type);
    const known = resolved.get(name);
    if (known !== undefined) return known;
    const base = types.get(hierarchy.bases.get(name) ?? "");
    const inherited: Properties = base === undefined ? new Map() : resolve(base).all;
    const redeclared = [...ownProperties(type.properties)].map(
      ([key, property]) => [key, redeclare(property, inherited.get(key), { hierarchy, enums })] as const,
    );
    const properties = { own: new Map(redeclared), all: new Map([...inherited, ...redeclared]) };
    resolved.set(name, properties);
    return properties;
  };
  for (const type of types.values()) resolve(type);
  return resolved;
}

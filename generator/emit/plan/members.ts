import type { PropertyModel, TypeModel } from "../../api/model.ts";
import { ancestorsOf, type Hierarchy } from "./hierarchy.ts";

/** Properties of a type by wire name. */
export type Properties = ReadonlyMap<string, PropertyModel>;

const OWN_ANNOTATION = "@odata.type";

/** A page may list a property twice; the first row wins. The emitter declares the type annotation itself. */
export function ownProperties(properties: readonly PropertyModel[]): Properties {
  const own = new Map<string, PropertyModel>();
  for (const property of properties) {
    if (property.name !== OWN_ANNOTATION && !own.has(property.name)) own.set(property.name, property);
  }
  return own;
}

function isText(type: string, enums: ReadonlySet<string>): boolean {
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
  readonly enums: ReadonlySet<string>;
}

/** A subtype must be assignable to its base, so an incompatible redeclared property gets the type in the base. */
function redeclare(own: PropertyModel, base: PropertyModel | undefined, context: Context): PropertyModel {
  if (base === undefined || isAssignable(own, base, context)) return own;
  return { ...own, type: base.type, collection: base.collection, nullable: base.nullable };
}

/** Properties of a type: its own, and all including inherited ones. */
export interface TypeProperties {
  readonly own: Properties;
  readonly all: Properties;
}

const NONE: Properties = new Map();

/**
 * Resolves the properties of every type, bases before subtypes.
 *
 * @param types types by full name
 * @param context hierarchy of the types, and full names of the enums
 */
export function resolveProperties(
  types: ReadonlyMap<string, TypeModel>,
  context: Context,
): ReadonlyMap<string, TypeProperties> {
  const resolved = new Map<string, TypeProperties>();
  const resolve = (name: string, { properties: rows }: TypeModel): TypeProperties => {
    const known = resolved.get(name);
    if (known !== undefined) return known;
    const baseName = context.hierarchy.bases.get(name) ?? "";
    const base = types.get(baseName);
    const inherited = base === undefined ? NONE : resolve(baseName, base).all;
    const redeclared = [...ownProperties(rows)].map(
      ([key, property]) => [key, redeclare(property, inherited.get(key), context)] as const,
    );
    const properties = { own: new Map(redeclared), all: new Map([...inherited, ...redeclared]) };
    resolved.set(name, properties);
    return properties;
  };
  for (const [name, type] of types) resolve(name, type);
  return resolved;
}

/** A longer union slows down type checking more than the typos that it detects justify. */
const MANY_NAMES = 1000;

/** Names of the relationships among a type's own properties. */
export function ownRelationships(own: Properties): readonly string[] {
  return [...own.values()].filter((property) => property.relationship).map((property) => property.name);
}

/** Whether the names are few enough to be written out. */
export function areFew(names: readonly string[]): boolean {
  return names.length > 0 && names.length <= MANY_NAMES;
}

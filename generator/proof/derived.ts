import type { ApiModel } from "../api/model.ts";
import type { WireTypes } from "../emit/wire-types.ts";

/** Tells whether a type that is derived from one of some interfaces has a property. */
export type IsDerivedProperty = (interfaces: readonly string[], property: string) => boolean;

/**
 * Indexes the properties of derived types. Pages that show objects of a base seldom name the type of each, though they
 * show the properties of it.
 */
export function indexDerived(model: ApiModel, wire: WireTypes): IsDerivedProperty {
  const bases = new Map(model.types.map((type) => [`${type.namespace}.${type.name}`, type.baseType]));
  const derived = new Map<string, Set<string>>();
  for (const type of model.types) {
    const seen = new Set<string>();
    let base = type.baseType;
    while (base !== null && !seen.has(base)) {
      seen.add(base);
      const declared = wire.types.get(base)?.declared ?? base;
      const names = derived.get(declared) ?? new Set<string>();
      for (const { name } of type.properties) names.add(name);
      derived.set(declared, names);
      base = bases.get(base) ?? null;
    }
  }
  return (interfaces, property) => interfaces.some((name) => derived.get(name)?.has(property) === true);
}

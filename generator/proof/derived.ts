import type { ApiModel } from "../api/model.ts";
import type { WireTypes } from "../emit/wire-types.ts";
import { fullName } from "../util/odata.ts";

/** Whether a type that is derived from one of the interfaces has a property. */
export type IsDerivedProperty = (interfaces: readonly string[], property: string) => boolean;

/**
 * Indexes the properties of derived types. Pages that show objects of a base type rarely state the derived type of each
 * object, but show its properties.
 */
export function indexDerived(model: ApiModel, wire: WireTypes): IsDerivedProperty {
  const bases = new Map(model.types.map((type) => [fullName(type), type.baseType]));
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

import type { EnumModel, PropertyModel, TypeModel } from "../api/model.ts";
import type { Api } from "./model.ts";

/** An API with its types and enums at hand. */
export interface World {
  readonly api: Api;
  readonly types: ReadonlyMap<string, TypeModel>;
  readonly enums: ReadonlyMap<string, EnumModel>;
  /** Direct subtypes by the full name of their base. */
  readonly subtypes: ReadonlyMap<string, readonly string[]>;
}

/** Full wire name of a type or an enum. */
export function fullName(item: { readonly namespace: string; readonly name: string }): string {
  return `${item.namespace}.${item.name}`;
}

/** Looks an API up. */
export function createWorld(api: Api): World {
  const subtypes = new Map<string, string[]>();
  for (const type of api.types) {
    if (type.baseType === null) continue;
    subtypes.set(type.baseType, [...(subtypes.get(type.baseType) ?? []), fullName(type)]);
  }
  return {
    api,
    types: new Map(api.types.map((type) => [fullName(type), type])),
    enums: new Map(api.enums.map((item) => [fullName(item), item])),
    subtypes,
  };
}

/** Known bases of a type, nearest first; a circle ends where it closes. */
export function ancestorsOf(world: World, name: string): readonly TypeModel[] {
  const found = new Set<TypeModel>();
  let base = world.types.get(world.types.get(name)?.baseType ?? "");
  while (base !== undefined && !found.has(base) && fullName(base) !== name) {
    found.add(base);
    base = world.types.get(base.baseType ?? "");
  }
  return [...found];
}

/** Properties of a type by name, those of its bases included; the nearest statement of a name counts. */
export function propertiesOf(world: World, name: string): ReadonlyMap<string, PropertyModel> {
  const own = world.types.get(name);
  const types = own === undefined ? [] : [own, ...ancestorsOf(world, name)];
  return new Map(types.toReversed().flatMap((type) => [...firstByName(type.properties)]));
}

/** A page may state a name twice; the first counts. */
export function firstByName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.toReversed().map((item) => [item.name, item]));
}

/** Whether an enum's type has room for text that is none of its members. */
export function isOpenEnum(item: EnumModel): boolean {
  return item.flags || item.members.length === 0 || isEvolvable(item);
}

/** The service's own mark of an enum that it may extend. */
export const FUTURE_VALUE = "unknownFutureValue";

/** Whether the service says that it may extend an enum. */
export function isEvolvable(item: EnumModel): boolean {
  return item.members.some(({ name }) => name === FUTURE_VALUE);
}

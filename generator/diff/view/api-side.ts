import type { EnumModel, PropertyModel, TypeModel } from "../../api/model.ts";
import { append } from "../../util/group.ts";
import { FUTURE_MEMBER, fullName } from "../../util/odata.ts";
import type { Api } from "../model.ts";

/** One side of a comparison: an API with its types and enums by full name. */
export interface ApiSide {
  readonly api: Api;
  readonly types: ReadonlyMap<string, TypeModel>;
  readonly enums: ReadonlyMap<string, EnumModel>;
  /** Direct subtypes by the full name of their base. */
  readonly subtypes: ReadonlyMap<string, readonly string[]>;
}

/** Indexes an API. */
export function createSide(api: Api): ApiSide {
  const subtypes = new Map<string, string[]>();
  for (const type of api.types) if (type.baseType !== null) append(subtypes, type.baseType, fullName(type));
  return {
    api,
    types: new Map(api.types.map((type) => [fullName(type), type])),
    enums: new Map(api.enums.map((item) => [fullName(item), item])),
    subtypes,
  };
}

/** Base types of a type that the API contains, nearest first. A cycle ends before a type repeats. */
export function ancestorsOf(side: ApiSide, name: string): readonly TypeModel[] {
  const found = new Set<TypeModel>();
  let base = side.types.get(side.types.get(name)?.baseType ?? "");
  while (base !== undefined && !found.has(base) && fullName(base) !== name) {
    found.add(base);
    base = side.types.get(base.baseType ?? "");
  }
  return [...found];
}

/** A type and its base types, nearest first; empty if the API does not contain the type. */
export function withAncestors(side: ApiSide, name: string): readonly TypeModel[] {
  const own = side.types.get(name);
  return own === undefined ? [] : [own, ...ancestorsOf(side, name)];
}

/** Properties of a type by name, including inherited ones; the nearest declaration of a name is used. */
export function propertiesOf(side: ApiSide, name: string): ReadonlyMap<string, PropertyModel> {
  const types = withAncestors(side, name);
  return new Map(types.toReversed().flatMap((type) => [...firstByName(type.properties)]));
}

/** Indexes items by name; if a page repeats a name, the first item is used. */
export function firstByName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.toReversed().map((item) => [item.name, item]));
}

/** Whether the type of an enum allows text other than its members. */
export function isOpenEnum(item: EnumModel): boolean {
  return item.flags || item.members.length === 0 || isEvolvable(item);
}

/** Whether the service reserves the right to add members to an enum. */
export function isEvolvable(item: EnumModel): boolean {
  return item.members.some(({ name }) => name === FUTURE_MEMBER);
}

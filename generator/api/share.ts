import { isEqual } from "../util/equal.ts";
import { areSame } from "../util/last.ts";
import type { ApiModel, PropertyModel, TypeModel } from "./model.ts";

/**
 * Puts the objects of an earlier model in the place of those that say the same, so that what has not changed is known
 * by its identity. Operations are left as they are: most of one is not read before somebody asks for it.
 *
 * @param now a model
 * @param before an earlier one, or null
 * @returns a model that says the same as `now`
 */
export function shareModel(now: ApiModel, before: ApiModel | null): ApiModel {
  if (before === null) return now;
  return {
    ...now,
    types: shareList(now.types, before.types, nameOf, shareType),
    enums: shareList(now.enums, before.enums, nameOf, shareWhole),
  };
}

function nameOf({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}.${name}`;
}

function shareWhole<T>(now: T, before: T): T {
  return isEqual(now, before) ? before : now;
}

/** The first object of a name counts. */
function shareList<T extends { readonly name: string }>(
  now: readonly T[],
  before: readonly T[],
  keyOf: (item: T) => string,
  share: (item: T, last: T) => T,
): readonly T[] {
  const index = new Map<string, T>();
  const find = (item: T): T | undefined => {
    if (index.size === 0) for (const last of before.toReversed()) index.set(keyOf(last), last);
    return index.get(keyOf(item));
  };
  const shared = now.map((item, at) => {
    // Most stand where they stood.
    const beside = before[at];
    const last = beside?.name === item.name && keyOf(beside) === keyOf(item) ? beside : find(item);
    return last === undefined ? item : share(item, last);
  });
  return areSame(shared, before) ? before : shared;
}

function propertyName({ name }: PropertyModel): string {
  return name;
}

function shareType(now: TypeModel, before: TypeModel): TypeModel {
  const properties = shareList(now.properties, before.properties, propertyName, shareWhole);
  return shareWhole(properties === now.properties ? now : { ...now, properties }, before);
}

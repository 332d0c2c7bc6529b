import type { LinkContext } from "../link-context.ts";
import { valuesKey } from "../link/resolve.ts";

/** Tells whether two type ids are the same type, or enums of the same values that pages name differently. */
export type SameType = (first: string, second: string) => boolean;

/** Compares enums by their values: an enum that only a row lists is named after its owner, once for each owner. */
export function compareByValues(context: Pick<LinkContext, "enumsByValues" | "listedEnums">): SameType {
  const keys = new Map<string, string>();
  for (const [key, symbols] of context.enumsByValues) for (const { id } of symbols) keys.set(id.toLowerCase(), key);
  for (const [id, lists] of context.listedEnums) {
    const [first] = lists;
    if (first !== undefined && !keys.has(id)) keys.set(id, valuesKey(first.values));
  }
  return (first, second) => {
    if (first === second) return true;
    const key = keys.get(first.toLowerCase());
    return key !== undefined && key !== "" && key === keys.get(second.toLowerCase());
  };
}

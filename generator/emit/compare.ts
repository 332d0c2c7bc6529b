import { compareStrings } from "../util/compare.ts";

/** Returns a copy of the items, sorted by a text of each. */
export function sortBy<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  return [...items].sort((a, b) => compareStrings(key(a), key(b)));
}

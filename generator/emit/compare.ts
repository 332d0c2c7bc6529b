import { compareStrings } from "../util/compare.ts";

/** A sorted copy, ordered by a text of each item. */
export function sortBy<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  return [...items].sort((a, b) => compareStrings(key(a), key(b)));
}

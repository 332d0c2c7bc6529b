import leven from "leven";
import { compareStrings } from "./compare.ts";

/** Maximum share of the letters that may differ in a suggestion. */
const MAX_SHARE = 0.4;
/** Maximum number of letters that may differ in a suggestion, regardless of its length. */
const MAX_LETTERS = 3;

/**
 * Finds names that are similar to one that does not exist, most similar first. If names differ only in case,
 * only the first one is returned.
 *
 * @param written the name that does not exist
 * @param names names that exist
 * @param count maximum number of results
 */
export function nearestNames(written: string, names: Iterable<string>, count = 3): readonly string[] {
  const limit = Math.min(MAX_LETTERS, Math.max(1, Math.floor(written.length * MAX_SHARE)));
  const lower = written.toLowerCase();
  const near = new Map<string, { readonly name: string; readonly distance: number }>();
  for (const name of names) {
    // Comparing lengths first is faster and excludes most names.
    if (Math.abs(name.length - written.length) > limit) continue;
    const key = name.toLowerCase();
    if (near.has(key)) continue;
    const distance = leven(lower, key, { maxDistance: limit + 1 });
    if (distance <= limit) near.set(key, { name, distance });
  }
  const sorted = [...near.values()].sort((a, b) => a.distance - b.distance || compareStrings(a.name, b.name));
  return sorted.slice(0, count).map(({ name }) => name);
}

/** Formats suggestions as the end of a message; empty if there are none. */
export function didYouMean(names: readonly string[]): string {
  return names.length === 0 ? "" : `; did you mean ${names.join(", ")}?`;
}

import leven from "leven";
import { compareStrings } from "./compare.ts";

/** Names that are further away than this share of their length are no help. */
const FARTHEST = 0.4;
/** Names that differ by more letters than this are other names, however long they are. */
const MOST = 3;

/**
 * Finds the names that somebody may have meant, nearest first; of names that differ in case only, the first.
 *
 * @param written what they wrote
 * @param names what there is
 * @param count how many to find at most
 */
export function nearestNames(written: string, names: Iterable<string>, count = 3): readonly string[] {
  const limit = Math.min(MOST, Math.max(1, Math.floor(written.length * FARTHEST)));
  const lower = written.toLowerCase();
  const near = new Map<string, { readonly name: string; readonly distance: number }>();
  for (const name of names) {
    // Most names are ruled out by their length; it costs less than their spelling in lower case.
    if (Math.abs(name.length - written.length) > limit) continue;
    const key = name.toLowerCase();
    if (near.has(key)) continue;
    const distance = leven(lower, key, { maxDistance: limit + 1 });
    if (distance <= limit) near.set(key, { name, distance });
  }
  const sorted = [...near.values()].sort((a, b) => a.distance - b.distance || compareStrings(a.name, b.name));
  return sorted.slice(0, count).map(({ name }) => name);
}

/** Says what somebody may have meant, as the end of a message; nothing where no name is near. */
export function didYouMean(names: readonly string[]): string {
  return names.length === 0 ? "" : `; did you mean ${names.join(", ")}?`;
}

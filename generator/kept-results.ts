import type { Store } from "./cache/store.ts";
import type { KeptText } from "./util/lines.ts";

/** What a step needs to take from earlier runs what they have done, and to do the rest. */
interface KeptStep<T> {
  readonly store: Store;
  /** A key for each item. */
  readonly keys: readonly string[];
  /** Does items, by their index; a text for each. */
  readonly make: (missing: readonly number[]) => Promise<readonly string[]>;
  /** Reads a text; null where it is none of ours. */
  readonly parse: (text: KeptText) => T | null;
}

/**
 * Takes results from a store, and makes and keeps those that it does not have.
 *
 * @returns results in the order of the keys
 */
export async function keptResults<T>({ store, keys, make, parse }: KeptStep<T>): Promise<readonly T[]> {
  const known = keys.map((key) => {
    const bytes = store.getBytes(key);
    return bytes === null ? null : parse(bytes);
  });
  const missing = [...keys.keys()].filter((index) => known[index] === null);
  const texts = await make(missing);
  const fresh = new Map<number, T>();
  for (const [at, index] of missing.entries()) {
    const text = texts[at] ?? "";
    const result = parse(text);
    if (result === null) throw new Error(`Unexpected result ${text.slice(0, 40)}, expected JSON`);
    fresh.set(index, result);
    store.set(keys[index] ?? "", text);
  }
  return known.flatMap((result, index) => {
    const found = result ?? fresh.get(index);
    return found === undefined ? [] : [found];
  });
}

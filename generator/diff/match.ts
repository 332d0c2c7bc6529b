import type { Place } from "../diagnostics/diagnostic.ts";
import type { Pair } from "./model.ts";

/** Items of two lists, brought together by a key. */
export interface Matched<T> {
  readonly both: readonly Pair<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Brings items of the same key together; of several with one key in a list, the first counts. */
export function matchItems<T>(lists: Pair<readonly T[]>, keyOf: (item: T) => string): Matched<T> {
  const byKey = (items: readonly T[]): ReadonlyMap<string, T> =>
    new Map(items.toReversed().map((item) => [keyOf(item), item]));
  const before = byKey(lists.before);
  const after = byKey(lists.after);
  return {
    both: [...before].flatMap(([key, item]) => {
      const other = after.get(key);
      return other === undefined ? [] : [{ before: item, after: other }];
    }),
    removed: [...before].flatMap(([key, item]) => (after.has(key) ? [] : [item])),
    added: [...after].flatMap(([key, item]) => (before.has(key) ? [] : [item])),
  };
}

/**
 * Guesses what was renamed: where a page had one thing that is gone and has one that is new.
 *
 * @param nameOf name to show
 * @returns for each of them, the name of the other
 */
export function guessRenames<T extends { readonly source: Place }>(
  { removed, added }: Matched<T>,
  nameOf: (item: T) => string,
): ReadonlyMap<T, string> {
  const byFile = new Map<string, T[]>();
  for (const item of [...removed, ...added]) {
    byFile.set(item.source.file, [...(byFile.get(item.source.file) ?? []), item]);
  }
  const gone = new Set(removed);
  const renames = new Map<T, string>();
  for (const [first, second, ...more] of byFile.values()) {
    if (first === undefined || second === undefined || more.length > 0 || gone.has(first) === gone.has(second))
      continue;
    renames.set(first, nameOf(second));
    renames.set(second, nameOf(first));
  }
  return renames;
}

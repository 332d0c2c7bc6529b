import type { Place } from "../../diagnostics/diagnostic.ts";
import { groupBy } from "../../util/group.ts";
import { change, type Change, type Topic } from "../change.ts";
import type { FixedKind } from "../classes.ts";
import type { Pair } from "../model.ts";

/** Items of two lists, paired by a key. */
export interface Matched<T> {
  readonly both: readonly Pair<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Pairs items that have the same key; if a list repeats a key, the first item is used. */
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

/** A type, an enum or an operation. */
interface Item {
  readonly name: string;
  readonly module: string;
  readonly source: Place;
}

/**
 * Compares the types, enums or operations of two APIs.
 *
 * @param keyOf items with the same key are the same
 * @param kinds kinds of the changes that remove and add an item
 * @param changesOf compares an item that both APIs have
 */
export function listChanges<T extends Item>(
  lists: Pair<readonly T[]>,
  keyOf: (item: T) => string,
  kinds: { readonly removed: FixedKind; readonly added: FixedKind },
  changesOf: (topic: Topic, item: Pair<T>) => readonly Change[],
): readonly Change[] {
  const matched = matchItems(lists, keyOf);
  const renames = guessRenames(matched);
  const topicOf = ({ module, name }: T): Topic => ({ module, subject: name });
  return [
    ...matched.removed.map((item) => {
      return change(topicOf(item), kinds.removed, item.source, { side: "before", renamed: renames.get(item) ?? null });
    }),
    ...matched.added.map((item) => {
      return change(topicOf(item), kinds.added, item.source, { renamed: renames.get(item) ?? null });
    }),
    ...matched.both.flatMap((item) => changesOf(topicOf(item.after), item)),
  ];
}

/**
 * Guesses renames: a page that documented a single removed item and documents a single new one.
 *
 * @returns the name of the other item for each of the two
 */
function guessRenames<T extends Item>({ removed, added }: Matched<T>): ReadonlyMap<T, string> {
  const byFile = groupBy([...removed, ...added], ({ source }) => source.file);
  const gone = new Set(removed);
  const renames = new Map<T, string>();
  for (const [first, second, ...more] of byFile.values()) {
    if (first === undefined || second === undefined || more.length > 0 || gone.has(first) === gone.has(second))
      continue;
    renames.set(first, second.name);
    renames.set(second, first.name);
  }
  return renames;
}

/** A mutable map of lists. */
interface Lists<K, V> {
  get(key: K): V[] | undefined;
  set(key: K, list: V[]): unknown;
}

/** Appends a value to the list of a key. */
export function append<K, V>(lists: Lists<K, V>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Groups items by a key; keys and items keep their order. */
export function groupBy<K, V>(items: Iterable<V>, keyOf: (item: V) => K): ReadonlyMap<K, readonly V[]> {
  const lists = new Map<K, V[]>();
  for (const item of items) append(lists, keyOf(item), item);
  return lists;
}

/** Whether something holds for more than half of the items. */
export function holdsForMost<V>(items: readonly V[], holds: (item: V) => boolean): boolean {
  return items.filter(holds).length * 2 > items.length;
}

/** Whether something holds for at least half of the items, and for one of them. */
export function holdsForHalf<V>(items: readonly V[], holds: (item: V) => boolean): boolean {
  const count = items.filter(holds).length;
  return count > 0 && count * 2 >= items.length;
}

const SIZE = 64;

/**
 * Maps items with an asynchronous function, some at a time, so that neither the disk waits nor file handles run out.
 *
 * @param items inputs
 * @param map work for one item
 * @returns results in the order of the items; rejects with the first failure, and only when nothing runs any more
 */
export async function mapInBatches<T, R>(
  items: readonly T[],
  map: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += SIZE) {
    const running = items.slice(start, start + SIZE).map((item, index) => map(item, start + index));
    await Promise.allSettled(running);
    results.push(...(await Promise.all(running)));
  }
  return results;
}

const SIZE = 64;

/**
 * Maps items with an asynchronous function, a limited number at a time, so that file handles do not run out.
 *
 * @param items inputs
 * @param map function that processes one item
 * @returns results in the order of the items; rejects with the first error, after all started work has finished
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

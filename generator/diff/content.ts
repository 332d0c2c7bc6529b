/** Keys that say where something stands, not what it is. */
const PLACES = new Set(["source", "place"]);

/** Whether two pieces of a model say the same, wherever they say it. */
export function sameContent(before: unknown, after: unknown): boolean {
  return contentOf(before) === contentOf(after);
}

/** One text for one content: the order of keys says nothing. */
function contentOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner).filter(([key]) => !PLACES.has(key));
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

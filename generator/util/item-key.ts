const ITEM_KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a segment of a URL is the key of one item, which a page shows in place of a placeholder: a GUID. */
export function isItemKey(segment: string): boolean {
  return ITEM_KEY.test(segment);
}

/** Whether the last segment of a path is a placeholder, or the key of one item. */
export function endsInKey(path: string): boolean {
  return path.endsWith("}") || isItemKey(path.slice(path.lastIndexOf("/") + 1));
}

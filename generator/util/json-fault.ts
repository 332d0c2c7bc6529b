/**
 * Finds the offset at which to report a JSON error: a parser reports a trailing comma at the bracket after it, but the
 * comma is the error.
 *
 * @param text JSON text
 * @param offset offset of the parser's first error
 */
export function faultOffset(text: string, offset: number): number {
  if (!/[}\]]/.test(text[offset] ?? "")) return offset;
  const before = text.slice(0, offset).trimEnd();
  return before.endsWith(",") ? before.length - 1 : offset;
}

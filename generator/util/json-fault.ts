/**
 * Where a fault of JSON is seen: a parser notices a comma too many at the bracket after it, the reader of a page looks
 * for the comma.
 *
 * @param text JSON text
 * @param offset offset of the parser's first error
 */
export function faultOffset(text: string, offset: number): number {
  if (!/[}\]]/.test(text[offset] ?? "")) return offset;
  const before = text.slice(0, offset).trimEnd();
  return before.endsWith(",") ? before.length - 1 : offset;
}

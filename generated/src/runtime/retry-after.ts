/**
 * Reads the header `Retry-After`.
 *
 * @param headers headers of a response; a date is compared with their `Date`, so that a wrong local clock has no effect
 * @returns milliseconds, or null if the header is absent or not valid
 */
export function retryAfter(headers: Headers): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const sent = Date.parse(headers.get("date") ?? "");
  const wait = Date.parse(text) - (Number.isNaN(sent) ? Date.now() : sent);
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

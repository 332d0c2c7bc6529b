/** The form of dates that RFC 9110 requires of senders. `Date.parse` would also accept `-1` or `1.5`. */
const DATE = /^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/;

/**
 * Reads the header `Retry-After`.
 *
 * @param headers headers of a response; a date is compared with their `Date`, so that a wrong local clock has no effect
 * @returns milliseconds, or null if the header is absent or not valid
 */
export function retryAfter(headers: Headers): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!DATE.test(text)) return null;
  const sent = Date.parse(headers.get("date") ?? "");
  const wait = Date.parse(text) - (Number.isNaN(sent) ? Date.now() : sent);
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

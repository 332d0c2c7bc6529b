/** The three forms of dates that RFC 9110 requires recipients to accept. `Date.parse` would also accept `-1` or `1.5`. */
const DATE =
  /^(\w+, \d\d([ -])\w{3}\2(\d{2}|\d{4}) ([0-5]\d[: ]){3}GMT|\w{3} \w{3} [ \d]\d ([0-5]\d[: ]){3}\d{4})$/;

/**
 * Reads the header `Retry-After`.
 *
 * @param headers headers of a response; a date is compared with their `Date`, so that a wrong local clock has no effect
 * @returns milliseconds, or null if the header is absent or not valid
 */
export function retryAfter(headers: Headers): number | null {
  const text = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!DATE.test(text)) return null;
  const sent = Date.parse(headers.get("date") ?? "");
  // The form without a time zone would be read as local time.
  const until = Date.parse(text.replace(/\d{4}$/, "$& GMT"));
  const wait = until - (Number.isNaN(sent) ? Date.now() : sent);
  // A day that the month does not have would be one of the next month.
  const isDay = new Date(until).getUTCDate() === Number(/\d+/.exec(text)?.[0]);
  return isDay ? Math.max(0, wait) : null;
}

/**
 * Reads how long an answer asks to wait.
 *
 * @param headers of the answer; a date is compared with its own `Date`, so that a wrong local clock does no harm
 * @returns milliseconds, or null where the answer asks for no wait or in no form that HTTP knows
 */
export function retryAfter(headers: Headers): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const sent = Date.parse(headers.get("date") ?? "");
  const wait = Date.parse(text) - (Number.isNaN(sent) ? Date.now() : sent);
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/** Browsers do not follow more redirects either. */
const LIMIT = 20;

/** Headers that a redirect to another origin keeps. */
const PLAIN = ["accept", "accept-language", "range"];

function strip(headers: Headers): void {
  new Headers(headers).forEach((_, name) => {
    if (!PLAIN.includes(name)) headers.delete(name);
  });
}

/** Returns the target of a redirect, or null for any other response. */
function targetOf({ status, headers }: Response, url: string): URL | null {
  const location = headers.get("location") ?? "";
  if (![301, 302, 303, 307, 308].includes(status) || !URL.canParse(location, url)) return null;
  const target = new URL(location, url);
  return target.protocol.startsWith("http") ? target : null;
}

/**
 * Sends a request without a body and follows its redirects. Another origin receives only the headers `Accept`,
 * `Accept-Language` and `Range`. A browser hides the targets of redirects, and follows them by its own rules.
 *
 * @param fetch sends the requests
 * @param url absolute URL
 * @param init the request
 * @returns the first response that is not a redirect, or the redirect that exceeds the limit
 */
export async function fetchThroughRedirects(
  fetch: typeof globalThis.fetch,
  url: string,
  init: { readonly method: string; readonly headers: Headers; readonly signal: AbortSignal },
): Promise<Response> {
  let from = url;
  for (let count = 0; ; count += 1) {
    const response = await fetch(from, { ...init, redirect: "manual" });
    if (response.type === "opaqueredirect") return await fetch(from, init);
    const target = targetOf(response, from);
    if (target === null || count === LIMIT) return response;
    await response.body?.cancel();
    if (target.origin !== new URL(from).origin) strip(init.headers);
    from = target.href;
  }
}

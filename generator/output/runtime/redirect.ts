/** Browsers do not follow more redirects either. */
const LIMIT = 20;

/** Headers that a redirect to another origin keeps. */
const PLAIN = ["accept", "range"];

/** A response, and the absolute URL that it comes from. */
export interface Answer {
  readonly response: Response;
  readonly url: string;
}

/**
 * Follows the redirects of a request without a body. Another origin receives only the headers `Accept` and `Range`. A
 * browser hides the targets of redirects, and follows them by its own rules.
 *
 * @param fetch sends the requests
 * @param url absolute URL of the request
 * @param init the request, which does not follow redirects by itself
 * @param first response to the request
 * @returns the first response that is not a redirect, or the redirect that exceeds the limit, and its URL
 */
export async function followRedirects(
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit & { readonly headers: Headers },
  first: Response,
): Promise<Answer> {
  let response = first;
  let from = url;
  for (let count = 0; count < LIMIT; count += 1) {
    const { type, status, headers, body } = response;
    if (type === "opaqueredirect") {
      response = await fetch(from, { ...init, redirect: "follow" });
      return { response, url: response.url || from };
    }
    const location = headers.get("location");
    if (location === null || ![301, 302, 303, 307, 308].includes(status)) break;
    if (!URL.canParse(location, from)) break;
    const target = new URL(location, from);
    // Some platforms also fetch files.
    if (!target.protocol.startsWith("http")) break;
    if (target.origin !== new URL(from).origin)
      new Headers(init.headers).forEach((_, name) => {
        if (!PLAIN.includes(name)) init.headers.delete(name);
      });
    from = target.href;
    await body?.cancel();
    response = await fetch(from, init);
  }
  return { response, url: from };
}

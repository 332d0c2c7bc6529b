import { BASE_URL } from "./base-url.ts";
import type { ClientOptions, GraphClient } from "./graph-client.ts";
import { sendWithRetries } from "./send.ts";
import { createTokenStore } from "./token.ts";

/** Removes slashes at the end of a base URL, and adds the documented version to a URL that has only a host. */
function completeUrl(baseUrl: string): string {
  // Paths are appended to the text. A user name could bring a password into the message.
  if (!URL.canParse(baseUrl) || /[?#\s]|\/\/[^/]*@/.test(baseUrl))
    throw new TypeError(
      "Unexpected base URL, expected an absolute URL without query, fragment, spaces or user name",
    );
  const { pathname, origin } = new URL(baseUrl);
  const url = /^\/+$/.test(pathname)
    ? BASE_URL.replace(/^\w+:\/\/[^/]+/, origin) || origin
    : baseUrl;
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  return url.slice(0, end);
}

/** Schemes with hosts to which a token is sent. What this machine sends to itself, nobody else can read. */
const PRIVATE = /^https:|^http:\/\/(localhost|127\.[\d.]+|\[::1])(:|$)/;

/**
 * Creates a client. It sends the access token only to the origin of the base URL, and does not expose the token.
 *
 * @param options settings of the client; only `token` is needed for a service that requires authentication
 * @returns the client that request functions take as their first argument
 * @throws TypeError if the base URL is missing or is not an absolute URL, or if it would send the token in plain text
 * @example
 * ```ts
 * import { DefaultAzureCredential } from "@azure/identity";
 *
 * const client = createClient({
 *   token: new DefaultAzureCredential(),
 *   timeout: 30_000,
 *   retry: { limit: 5 },
 *   hooks: { beforeRetry: ({ operation, delay }) => console.warn(`${operation}: retry in ${delay} ms`) },
 * });
 * ```
 */
export function createClient(options: ClientOptions = {}): GraphClient {
  const baseUrl = completeUrl(options.baseUrl ?? BASE_URL);
  const { origin } = new URL(baseUrl);
  if (options.token !== undefined && options.allowHttp !== true && !PRIVATE.test(origin))
    throw new TypeError(`Unexpected ${origin} with a token, expected https or \`allowHttp\``);
  const timeout = options.timeout ?? 100_000;
  const sender = {
    ...options,
    baseUrl,
    timeout,
    hooks: [options.hooks ?? []].flat(),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    tokens:
      options.token === undefined
        ? undefined
        : createTokenStore(options.token, options.scopes ?? [`${origin}/.default`]),
  } as const;
  const { retry, json } = options;
  return { baseUrl, timeout, retry, json, send: (request) => sendWithRetries(sender, request) };
}

import { BASE_URL } from "./base-url.ts";
import type { ClientOptions, GraphClient } from "./graph-client.ts";
import { sendWithRetries } from "./send.ts";
import { createTokenStore } from "./token.ts";

/**
 * Creates a client. It sends the access token only to the origin of the base URL, and does not expose the token.
 *
 * @param options settings of the client; only `token` is needed for a service that requires authentication
 * @returns the client that request functions take as their first argument
 * @throws TypeError if the base URL is missing or is not an absolute URL
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
  const baseUrl = (options.baseUrl ?? BASE_URL).replace(/\/+$/, "");
  if (!URL.canParse(baseUrl))
    throw new TypeError(`Unexpected base URL ${JSON.stringify(baseUrl)}, expected an absolute URL`);
  const { origin } = new URL(baseUrl);
  const sender = {
    ...options,
    baseUrl,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    tokens:
      options.token === undefined
        ? undefined
        : createTokenStore(options.token, options.scopes ?? [`${origin}/.default`]),
  } as const;
  return { baseUrl, retry: options.retry, send: (request) => sendWithRetries(sender, request) };
}

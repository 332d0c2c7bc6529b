import { BASE_URL } from "./base-url.js";
import { readToken, type TokenSource } from "./token.js";

/** What a client is made of. */
export interface ClientOptions {
  /** Root of the service with its version, e.g. `https://graph.microsoft.com/v1.0`; the documentation's by default. */
  readonly baseUrl?: string;
  /** Where access tokens come from; requests carry none without it. */
  readonly token?: TokenSource;
  /** What tokens are asked for; `/.default` of the service by default. */
  readonly scopes?: readonly string[];
  /** Sends the requests; the platform's `fetch` by default. */
  readonly fetch?: typeof globalThis.fetch;
}

/** One HTTP request as a client sends it. */
export interface ClientRequest {
  readonly method: string;
  /** Path from the base URL, or an absolute URL. */
  readonly url: string;
  readonly headers: Headers;
  readonly body?: RequestInit["body"];
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests to one service. */
export interface GraphClient {
  readonly baseUrl: string;
  send(request: ClientRequest): Promise<Response>;
}

function streaming(body: ClientRequest["body"]): object {
  // The platform wants to be told that a streamed body is sent before the answer is read.
  return body instanceof ReadableStream ? { duplex: "half" } : {};
}

function toInit(request: ClientRequest, headers: Headers): RequestInit {
  return {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
    ...streaming(request.body),
  };
}

/**
 * Makes a client. The token goes to the origin of the base URL only, and is no property of the client.
 *
 * @throws TypeError when there is no base URL, or when it is not an absolute URL
 */
export function createClient(options: ClientOptions = {}): GraphClient {
  const baseUrl = (options.baseUrl ?? BASE_URL).replace(/\/+$/, "");
  if (!URL.canParse(baseUrl))
    throw new TypeError(`Unexpected base URL ${JSON.stringify(baseUrl)}, expected an absolute URL`);
  const origin = new URL(baseUrl).origin;
  const scopes = options.scopes ?? [`${origin}/.default`];
  const { token } = options;
  const fetch: typeof globalThis.fetch =
    options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  return {
    baseUrl,
    async send(request) {
      const url = new URL(request.url.startsWith("/") ? baseUrl + request.url : request.url);
      const headers = new Headers(request.headers);
      if (url.origin !== origin) headers.delete("authorization");
      else if (token !== undefined)
        headers.set("authorization", `Bearer ${await readToken(token, scopes)}`);
      return await fetch(url.href, toInit(request, headers));
    },
  };
}

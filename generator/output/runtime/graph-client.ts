import type { Hooks } from "./hooks.ts";
import type { RetryOptions } from "./retry.ts";
import type { TokenSource } from "./token.ts";

/** What a client is made of. */
export interface ClientOptions {
  /** Root of the service with its version, e.g. `https://graph.microsoft.com/v1.0`; the documentation's by default. */
  readonly baseUrl?: string | undefined;
  /** Where access tokens come from; requests carry none without it. */
  readonly token?: TokenSource | undefined;
  /** What tokens are asked for; `/.default` of the service by default. */
  readonly scopes?: readonly string[] | undefined;
  /** Sends the requests; the platform's `fetch` by default. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Milliseconds that one try may take until its answer is there; 100,000 by default, `Infinity` for no end. For a
   * stream they count anew with each chunk that is sent.
   */
  readonly timeout?: number | undefined;
  /** Which calls are tried again, or how often; 0 for none. */
  readonly retry?: number | RetryOptions | undefined;
  /** See requests and answers. */
  readonly hooks?: Hooks | undefined;
}

/** One HTTP request as a client sends it. */
export interface ClientRequest {
  /** Name of the request function, for errors and hooks. */
  readonly operation?: string | undefined;
  readonly method: string;
  /** Path from the base URL, or an absolute URL. */
  readonly url: string;
  readonly headers: Headers;
  readonly body?: RequestInit["body"] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
  readonly retry?: number | RetryOptions | undefined;
  /** Whether the caller reads the body as it comes; else the answer is there only when all of it is. */
  readonly stream?: boolean | undefined;
  readonly redirect?: "follow" | "manual" | undefined;
}

/** Sends requests to one service. */
export interface GraphClient {
  readonly baseUrl: string;
  /** Which calls are tried again, where they do not say it themselves. */
  readonly retry?: number | RetryOptions | undefined;
  send(request: ClientRequest): Promise<Response>;
}

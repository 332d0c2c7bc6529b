import type { Hooks } from "./hooks.js";
import type { JsonFormat } from "./json-format.js";
import type { RetryOptions } from "./retry.js";
import type { TokenSource } from "./token.js";

/** Settings of a client. */
export interface ClientOptions {
  /**
   * Root URL of the service; by default, the one that the documentation uses. Without a path, such as
   * `https://graph.microsoft.us`, it has the path of the documented one, which is the version of the service.
   */
  readonly baseUrl?: string | undefined;
  /** Source of access tokens. Without it, requests are sent without a token. */
  readonly token?: TokenSource | undefined;
  /**
   * Whether to send the token to a base URL with `http:`, which others can read on its way. By default, only the hosts
   * `localhost`, `127.0.0.0/8` and `[::1]` may have one.
   */
  readonly allowHttp?: boolean | undefined;
  /** Scopes to request tokens for; `/.default` of the service by default. */
  readonly scopes?: readonly string[] | undefined;
  /** Function that sends the requests; `globalThis.fetch` by default. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Milliseconds that one attempt may take until the response has arrived: 100,000 by default, `Infinity` for no
   * limit. When the body is a stream, the time restarts with each chunk that is sent. While a download is read, each
   * chunk may take this long. The time for a token, for which a user may have to sign in, and for hooks does not count:
   * a signal limits the whole call.
   */
  readonly timeout?: number | undefined;
  /**
   * Largest body of a response in bytes, after decompression; 256,000,000 by default, `Infinity` for no limit.
   * Downloads, which are streams, have no limit.
   */
  readonly maxResponseSize?: number | undefined;
  /** Retry options, or the maximum number of retries; 0 turns retries off. */
  readonly retry?: number | RetryOptions | undefined;
  /** Functions that observe requests and responses, or several sets of them, which are called in their order. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
  /**
   * Creates the `client-request-id` of each call, which also identifies its retries: `() => crypto.randomUUID()`.
   * Without it, a call has the id that its headers contain, if any.
   */
  readonly clientRequestId?: (() => string) | undefined;
  /** Reads and writes JSON; by default, the platform does. See {@link exactIntegers}. */
  readonly json?: JsonFormat | undefined;
}

/** An HTTP request that a client sends. */
export interface ClientRequest {
  /** Name of the request function, for errors and hooks. */
  readonly operation?: string | undefined;
  readonly method: string;
  /** Path below the base URL, or an absolute URL. */
  readonly url: string;
  readonly headers: Headers;
  readonly body?: RequestInit["body"] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
  readonly retry?: number | RetryOptions | undefined;
  /** Whether to return the response before its body has arrived, so that the caller can read the body as a stream. */
  readonly stream?: boolean | undefined;
  readonly redirect?: "follow" | "manual" | undefined;
  /** `false` sends the request without the token of the client, whatever its URL. */
  readonly token?: false | undefined;
}

/** Sends requests to one service. */
export interface GraphClient {
  readonly baseUrl: string;
  /** Time-out of downloads that do not set their own. */
  readonly timeout?: number | undefined;
  /** Retry options of calls that do not set their own. */
  readonly retry?: number | RetryOptions | undefined;
  /** Reads and writes JSON; by default, the platform does. */
  readonly json?: JsonFormat | undefined;
  /**
   * Sends a request.
   *
   * @param request request to send
   * @returns the response, whatever its status
   * @throws RequestError if no response arrives
   */
  send(request: ClientRequest): Promise<Response>;
}

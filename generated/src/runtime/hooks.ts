/** A request that is being sent, without its token. */
export interface HookRequest {
  /** Name of the request function. */
  readonly operation: string;
  readonly method: string;
  /** Absolute URL. */
  readonly url: string;
  /** Headers of the request. `beforeRequest` can change them. */
  readonly headers: Headers;
  /** Number of the attempt; 1 for the first. */
  readonly attempt: number;
}

/** A retry that is about to happen. */
export interface RetryEvent {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** Number of attempts so far. */
  readonly attempt: number;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
  /** Response to the last attempt; undefined after a network failure. */
  readonly response: Response | undefined;
}

/**
 * Functions that observe requests and responses. They never receive the token that the client sends. An error that a
 * hook throws becomes the error of the call.
 *
 * @example Several sets of hooks
 * ```ts
 * const client = createClient({ hooks: [logging, tracing] });
 * ```
 */
export interface Hooks {
  /** Called before each attempt. */
  readonly beforeRequest?: (request: HookRequest) => unknown;
  /** Called with each response. A `Response` that it returns replaces the original. Read only the body of a clone. */
  readonly afterResponse?: (response: Response, request: HookRequest) => unknown;
  /** Called before the delay of a retry. Return `false` to prevent the retry. */
  readonly beforeRetry?: (event: RetryEvent) => unknown;
}

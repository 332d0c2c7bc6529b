/** A request on its way, without its token. */
export interface HookRequest {
  /** Name of the request function. */
  readonly operation: string;
  readonly method: string;
  /** Absolute URL. */
  readonly url: string;
  /** What `beforeRequest` sets here is sent. */
  readonly headers: Headers;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** Why and when a request is tried again. */
export interface RetryEvent {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** How many tries there were. */
  readonly attempt: number;
  /** Milliseconds until the next one. */
  readonly delay: number;
  /** The answer; undefined after a network failure. */
  readonly response: Response | undefined;
}

/** Functions of the caller's that see requests and answers. None is shown a token; what one throws, the call throws. */
export interface Hooks {
  /** Called before each request that goes out. */
  readonly beforeRequest?: (request: HookRequest) => unknown;
  /** Called with each answer. A `Response` that it gives takes the answer's place. Read the body of a clone only. */
  readonly afterResponse?: (response: Response, request: HookRequest) => unknown;
  /** Called before the wait for a further try; `false` prevents it. */
  readonly beforeRetry?: (event: RetryEvent) => unknown;
}

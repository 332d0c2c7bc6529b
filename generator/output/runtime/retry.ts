import { retryAfter } from "./retry-after.ts";

/** Which calls are tried again, and when. */
export interface RetryOptions {
  /** Further tries after the first; 3 by default. */
  readonly limit?: number | undefined;
  /** Statuses that are tried again; 429, 503 and 504 by default. */
  readonly statuses?: readonly number[] | undefined;
  /**
   * Methods of requests that may reach the service twice: DELETE, GET, HEAD, OPTIONS and PUT by default. They are also
   * tried again after a network failure. All others only where the answer says that the request was not processed: for
   * 429, and for 503 with `Retry-After`.
   */
  readonly methods?: readonly string[] | undefined;
  /** Longest wait in milliseconds, 180,000 by default. An answer that asks for more is the result. */
  readonly maxDelay?: number | undefined;
  /** Milliseconds before a further try where the answer asks for none; by default 500, 1,000, 2,000 with jitter. */
  readonly delay?: ((attempt: number) => number) | undefined;
}

/** What a try came to. */
export interface Outcome {
  readonly method: string;
  /** How many tries there were, this one included. */
  readonly attempt: number;
  /** The answer; absent after a network failure. */
  readonly response: Pick<Response, "status" | "headers"> | undefined;
}

function backoff(attempt: number): number {
  return 500 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
}

function mayRepeat(
  { method, response }: Outcome,
  options: RetryOptions,
  wait: number | null,
): boolean {
  const isSafe = (options.methods ?? ["DELETE", "GET", "HEAD", "OPTIONS", "PUT"]).includes(method);
  if (response === undefined) return isSafe;
  const { status } = response;
  if (!(options.statuses ?? [429, 503, 504]).includes(status)) return false;
  return isSafe || status === 429 || (status === 503 && wait !== null);
}

/**
 * Decides whether a request is tried again.
 *
 * @param outcome what the last try came to
 * @param retry what the caller wants: options, or the number of further tries
 * @returns milliseconds to wait before the next try, or null where there is none
 */
export function retryDelay(outcome: Outcome, retry: number | RetryOptions): number | null {
  const options = typeof retry === "number" ? { limit: retry } : retry;
  const asked = outcome.response === undefined ? null : retryAfter(outcome.response.headers);
  if (outcome.attempt > (options.limit ?? 3) || !mayRepeat(outcome, options, asked)) return null;
  const wait = asked ?? (options.delay ?? backoff)(outcome.attempt);
  return wait > (options.maxDelay ?? 180_000) ? null : wait;
}

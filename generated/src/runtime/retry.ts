import { checkNumbers } from "./number-option.js";
import { retryAfter } from "./retry-after.js";

/** Options for retries. */
export interface RetryOptions {
  /** Maximum number of retries; 3 by default. */
  readonly limit?: number | undefined;
  /** Statuses that cause a retry; 429, 503 and 504 by default. */
  readonly statuses?: readonly number[] | undefined;
  /**
   * Methods of requests that are safe to send twice: DELETE, GET, HEAD, OPTIONS and PUT by default. They are also
   * retried after a network failure. Other requests are retried only if the response shows that the service did not
   * process them: after status 429, and after status 503 with `Retry-After`.
   */
  readonly methods?: readonly string[] | undefined;
  /** Longest delay in milliseconds; 180,000 by default. If the service asks for a longer one, there is no retry. */
  readonly maxDelay?: number | undefined;
  /** Milliseconds before a retry if the response does not specify a delay; by default 500, 1,000, 2,000 with jitter. */
  readonly delay?: ((attempt: number) => number) | undefined;
}

/** Outcome of an attempt. */
export interface Outcome {
  readonly method: string;
  /** Number of attempts so far, including this one. */
  readonly attempt: number;
  /** The response; undefined after a network failure. */
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

/** Returns the retry options of a call, which may be given as the maximum number of retries. */
export function retryOptions(retry: number | RetryOptions): RetryOptions {
  return typeof retry === "number" ? { limit: retry } : retry;
}

/**
 * Checks the numbers that limit a call.
 *
 * @param operation name of the request function, for the error
 * @param retry retry options of the call
 * @param others other numbers by the name of their option
 * @throws RequestError if a number is negative or not a number
 */
export function checkLimits(
  operation: string,
  { limit, maxDelay }: RetryOptions,
  others: Parameters<typeof checkNumbers>[1],
): void {
  checkNumbers(operation, { ...others, retry: limit, maxDelay });
}

/**
 * Decides whether to retry a request.
 *
 * @param outcome outcome of the last attempt
 * @param retry retry options, or the maximum number of retries
 * @returns milliseconds to wait before the retry, or null if there is none
 */
export function retryDelay(outcome: Outcome, retry: number | RetryOptions): number | null {
  const options = retryOptions(retry);
  const requested = outcome.response === undefined ? null : retryAfter(outcome.response.headers);
  if (outcome.attempt > (options.limit ?? 3) || !mayRepeat(outcome, options, requested))
    return null;
  const { maxDelay = 180_000 } = options;
  const wait = requested ?? Math.min((options.delay ?? backoff)(outcome.attempt), maxDelay);
  return wait >= 0 && wait <= maxDelay ? wait : null;
}

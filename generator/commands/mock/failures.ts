import { failure } from "../../output/testing/respond.ts";
import type { MockRequest } from "../../output/testing/model.ts";

/** Failures to simulate. */
export interface Failing {
  /** HTTP status of 400 or above. */
  readonly status: number;
  /** Number of times that each request fails before it succeeds. */
  readonly times: number;
}

/** Statuses after which a client waits before it tries again. */
const WAITING = new Set([429, 503]);

/**
 * Parses the value of `--fail`.
 *
 * @param text a status, with the number of times that each request fails: `429`, `429:2`
 */
export function readFailing(text: string): Failing {
  const [status = "", times] = text.split(":");
  return { status: Number(status), times: times === undefined ? Infinity : Number(times) };
}

/**
 * Creates a function that decides whether a request fails. Requests with the same method and URL are counted together.
 *
 * @param failing failures to simulate, or null
 * @returns a function that returns the response to a request that fails
 */
export function createFailures(failing: Failing | null): (request: MockRequest) => Response | undefined {
  const counts = new Map<string, number>();
  return ({ method, url }) => {
    if (failing === null) return undefined;
    const key = `${method} ${url.href}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    if (count >= failing.times) return undefined;
    const headers = WAITING.has(failing.status) ? { "retry-after": "1" } : {};
    return failure(failing.status, undefined, `--fail ${String(failing.status)}`, headers);
  };
}

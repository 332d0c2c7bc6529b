import { RequestError } from "./error.js";
import { LONGEST_TIMER } from "./number-option.js";

/**
 * Waits for a promise, but stops waiting when a signal aborts, even if the work ignores the signal.
 *
 * @param signal ends the wait; without one, the function waits until the promise settles
 * @param work promise to wait for
 * @returns the value of the promise
 * @throws an error if the signal aborts, or the error of the promise
 */
export async function untilAborted<T>(
  signal: AbortSignal | undefined,
  work: Promise<T>,
): Promise<T> {
  if (signal === undefined) return await work;
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      reject(new Error("aborted"));
    };
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
  });
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/**
 * Creates the error of a call that its caller aborted.
 *
 * @param operation name of the request function
 * @param signal the caller's signal
 * @returns an error of kind `timeout` if the signal is a time-out, otherwise of kind `abort`
 */
export function abortError(operation: string, signal: AbortSignal): RequestError {
  const reason: unknown = signal.reason;
  const isTimeout = reason instanceof Error && reason.name === "TimeoutError";
  return new RequestError(
    operation,
    isTimeout ? "timeout" : "abort",
    "Aborted by the caller's signal",
    reason,
  );
}

/**
 * Returns the message of the error of a call that received no response in time. The caller of this function creates
 * the error, because stacks have few lines.
 *
 * @param timeout milliseconds that the call was allowed to take
 */
export function timeoutMessage(timeout: number | undefined): string {
  return `No response within ${timeout} ms: try again, or raise \`timeout\``;
}

/**
 * Waits for some time, or until the caller aborts.
 *
 * @param milliseconds how long to wait; at most as long as a timer can, about 24 days
 * @param operation name of the request function, for the error
 * @param signal the caller's signal
 * @throws RequestError if the caller aborts
 */
export async function delay(
  milliseconds: number,
  operation: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = Math.min(milliseconds, LONGEST_TIMER);
  try {
    await untilAborted(signal, new Promise((resolve) => (timer = setTimeout(resolve, wait))));
  } catch (error) {
    throw signal?.aborted === true ? abortError(operation, signal) : error;
  } finally {
    clearTimeout(timer);
  }
}

import { RequestError } from "./error.ts";
import { LONGEST_TIMER } from "./number-option.ts";

/** What to call when a signal aborts. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

function notify(this: AbortSignal): void {
  waiting.get(this)?.forEach((call) => {
    call();
  });
}

/**
 * Calls a function when a signal aborts, or at once if it has. A signal has one listener for all calls that use it, as
 * platforms warn about many.
 *
 * @param signal the caller's signal
 * @param call function to call, which no other call passes
 * @returns a function after which the function is no longer called
 */
export function onAbort(signal: AbortSignal | undefined, call: () => void): () => void {
  if (signal === undefined) return () => undefined;
  const calls = waiting.get(signal) ?? new Set();
  waiting.set(signal, calls.add(call));
  signal.addEventListener("abort", notify);
  if (signal.aborted) call();
  return () => {
    calls.delete(call);
    if (calls.size === 0) signal.removeEventListener("abort", notify);
  };
}

/**
 * Waits for a promise, but stops waiting when a signal aborts, even if the work ignores the signal.
 *
 * @param signal ends the wait; without one, the function waits until the promise settles
 * @param work value or promise to wait for
 * @param operation name of the request function, for the error if the signal aborts
 * @returns the value of the promise
 * @throws RequestError if the signal of an operation aborts, another error if another signal does, or the error of the
 *   promise
 */
export async function untilAborted<T>(
  signal: AbortSignal | undefined,
  work: T,
  operation?: string,
): Promise<Awaited<T>> {
  let release = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    release = onAbort(signal, reject);
  });
  try {
    return await Promise.race([aborted, work]);
  } catch (error) {
    if (operation === undefined || signal?.aborted !== true) throw error;
    throw abortError(operation, signal);
  } finally {
    release();
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
  const over = new Promise((resolve) => (timer = setTimeout(resolve, wait)));
  try {
    await untilAborted(signal, over, operation);
  } finally {
    clearTimeout(timer);
  }
}

import { RequestError } from "./error.ts";

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason));
}

/**
 * Waits for work, but no longer than until a signal aborts, whatever the work itself makes of the signal.
 *
 * @throws the signal's reason
 */
export async function untilAborted<T>(
  signal: AbortSignal | undefined,
  work: Promise<T>,
): Promise<T> {
  if (signal === undefined) return await work;
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      reject(reasonOf(signal));
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

/** What a call throws when its caller has aborted it. */
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

/** What a call throws that has no answer in its time. */
export function timeoutError(operation: string, timeout: number | undefined): RequestError {
  return new RequestError(
    operation,
    "timeout",
    `No answer within ${timeout} ms: try again, or raise \`timeout\``,
  );
}

/**
 * Waits some time, or until the caller aborts.
 *
 * @throws RequestError when the caller aborts
 */
export async function delay(
  milliseconds: number,
  operation: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await untilAborted(
      signal,
      new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))),
    );
  } catch (error) {
    throw signal?.aborted === true ? abortError(operation, signal) : error;
  } finally {
    clearTimeout(timer);
  }
}

import { abortError, onAbort, untilAborted } from "./abort.ts";
import { withBody } from "./with-body.ts";
import { RequestError } from "./error.ts";
import { LONGEST_TIMER } from "./number-option.ts";

/** The signal of a caller, as long as a download needs it. */
export interface LinkedSignal {
  /** Aborts together with the signal of the caller. */
  readonly signal: AbortSignal;
  /** Aborts the signal, although the caller did not. */
  readonly abort: (reason: unknown) => void;
  /** Removes the link from the signal of the caller. */
  readonly release: () => void;
}

/**
 * Creates a signal that aborts together with another, until the link is removed.
 *
 * @param signal signal of the caller
 */
export function linkSignal(signal: AbortSignal | undefined): LinkedSignal {
  const controller = new AbortController();
  const release = onAbort(signal, () => {
    controller.abort(signal?.reason);
  });
  return {
    signal: controller.signal,
    abort: (reason) => {
      controller.abort(reason);
    },
    release,
  };
}

/** Reason for aborting a body of which no more arrives. */
const IDLE = {};

function readError(
  operation: string,
  signal: AbortSignal,
  timeout: number,
  cause: unknown,
): RequestError {
  if (signal.reason === IDLE)
    return new RequestError(
      operation,
      "timeout",
      `No more of the body within ${timeout} ms: try again, or raise \`timeout\``,
    );
  if (signal.aborted) return abortError(operation, signal);
  const message = "The connection failed before the body was complete: see the property cause";
  return new RequestError(operation, "network", message, cause);
}

/** Reads the next chunk of a body. Removes the link to the signal of the caller if none arrives. */
async function readChunk(
  operation: string,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { signal, abort, release }: LinkedSignal,
  timeout: number,
): ReturnType<typeof reader.read> {
  const timer = timeout <= LONGEST_TIMER ? setTimeout(abort, timeout, IDLE) : undefined;
  try {
    return await untilAborted(signal, reader.read());
  } catch (error) {
    release();
    throw readError(operation, signal, timeout, error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Returns a response whose body is still arriving, and removes the link to the signal of the caller at its end.
 *
 * @param operation name of the request function, for the error of an incomplete body
 * @param response response to return
 * @param link signal that aborts the body
 * @param timeout milliseconds in which each chunk must arrive once the caller reads it
 */
export function streamBody(
  operation: string,
  response: Response,
  link: LinkedSignal,
  timeout: number,
): Response {
  const body: ReadableStream<Uint8Array> | null = response.body;
  if (body === null) {
    link.release();
    return response;
  }
  const reader = body.getReader();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { done, value } = await readChunk(operation, reader, link, timeout);
    if (!done) {
      controller.enqueue(value);
      return;
    }
    link.release();
    controller.close();
  };
  const cancel = async (reason: unknown): Promise<void> => {
    link.release();
    await reader.cancel(reason);
  };
  const stream = new ReadableStream<Uint8Array>({ pull, cancel }, { highWaterMark: 0 });
  return withBody(response, stream);
}

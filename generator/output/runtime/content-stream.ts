import { abortError } from "./abort.ts";
import { RequestError } from "./error.ts";

/** The signal of a caller, as long as a download needs it. */
export interface LinkedSignal {
  /** Aborts together with the signal of the caller. */
  readonly signal: AbortSignal;
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
  const abort = (): void => {
    controller.abort(signal?.reason);
  };
  signal?.addEventListener("abort", abort);
  if (signal?.aborted === true) abort();
  return { signal: controller.signal, release: () => signal?.removeEventListener("abort", abort) };
}

/**
 * Returns a response whose body is still arriving, and removes the link to the signal of the caller at its end.
 *
 * @param operation name of the request function, for the error of an incomplete body
 * @param response response to return
 * @param link signal that aborts the body
 */
export function streamBody(operation: string, response: Response, link: LinkedSignal): Response {
  const { status, statusText, headers } = response;
  const body: ReadableStream<Uint8Array> | null = response.body;
  if (body === null) {
    link.release();
    return response;
  }
  const reader = body.getReader();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { done, value } = await reader.read().catch((error: unknown) => {
      link.release();
      if (link.signal.aborted) throw abortError(operation, link.signal);
      const message = "The connection failed before the body was complete: see the property cause";
      throw new RequestError(operation, "network", message, error);
    });
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
  return new Response(stream, { status, statusText, headers });
}

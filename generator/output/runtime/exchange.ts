import { abortError, timeoutError, untilAborted } from "./abort.ts";
import type { ClientRequest } from "./graph-client.ts";
import { RequestError } from "./error.ts";

/** One attempt to send a request. */
export interface Exchange {
  readonly fetch: typeof globalThis.fetch;
  readonly operation: string;
  readonly url: string;
  readonly headers: Headers;
  readonly request: ClientRequest;
  readonly timeout: number;
}

/** Checks whether a body is a stream, which can be sent only once. */
export function isStream(body: ClientRequest["body"]): body is ReadableStream {
  return body instanceof ReadableStream;
}

/** Wraps a stream: cancels the source when the signal aborts, which not every platform does, and reports each chunk. */
function watch(body: ReadableStream, signal: AbortSignal, onChunk: () => void): ReadableStream {
  const through = new TransformStream<unknown, unknown>({
    transform(chunk, controller) {
      onChunk();
      controller.enqueue(chunk);
    },
  });
  return body.pipeThrough(through, { signal });
}

function toInit(
  { request, headers }: Exchange,
  signal: AbortSignal,
  onChunk: () => void,
): RequestInit {
  const { method, body } = request;
  return {
    method,
    headers,
    signal,
    // A body is never sent to a redirect target. The platform removes the token when it follows a redirect elsewhere.
    redirect: request.redirect ?? (body === undefined ? "follow" : "manual"),
    ...(body === undefined ? {} : { body: isStream(body) ? watch(body, signal, onChunk) : body }),
    // `fetch` requires this option for streamed bodies.
    ...(isStream(body) ? { duplex: "half" } : {}),
  };
}

/** Reads the whole body, so that the time-out covers it. */
async function readWhole(response: Response): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  return status < 200
    ? response
    : new Response(bytes.byteLength === 0 ? null : bytes, { status, statusText, headers });
}

/**
 * Sends a request once.
 *
 * @param given request to send, and how
 * @returns the response, whatever its status
 * @throws RequestError of kind `network`, `timeout` or `abort`
 */
export async function exchange(given: Exchange): Promise<Response> {
  const { operation, request, timeout } = given;
  const { signal } = request;
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(signal?.reason);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = (): void => {
    clearTimeout(timer);
    if (timeout < 2 ** 31) timer = setTimeout(abort, timeout);
  };
  restart();
  signal?.addEventListener("abort", abort);
  let isOpen = false;
  try {
    if (signal?.aborted === true) abort();
    const work = given.fetch(given.url, toInit(given, controller.signal, restart));
    const response = await untilAborted(controller.signal, work);
    isOpen = request.stream === true && response.ok;
    return isOpen ? response : await untilAborted(controller.signal, readWhole(response));
  } catch (error) {
    if (signal?.aborted === true) throw abortError(operation, signal);
    if (controller.signal.aborted) throw timeoutError(operation, timeout);
    throw new RequestError(
      operation,
      "network",
      "The connection failed: see the property cause, and check the base URL",
      error,
    );
  } finally {
    clearTimeout(timer);
    // While a body is still streaming, the caller must be able to abort it.
    if (!isOpen) signal?.removeEventListener("abort", abort);
  }
}

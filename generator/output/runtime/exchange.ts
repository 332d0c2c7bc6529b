import { abortError, timeoutMessage, untilAborted } from "./abort.ts";
import type { ClientRequest } from "./graph-client.ts";
import { RequestError } from "./error.ts";
import { LONGEST_TIMER } from "./number-option.ts";
import { followRedirects } from "./redirect.ts";

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

async function send(
  { fetch, url, headers, request }: Exchange,
  signal: AbortSignal,
  onChunk: () => void,
): Promise<Response> {
  const { method, body } = request;
  const init: RequestInit & { readonly headers: Headers } = {
    method,
    headers,
    signal,
    // A request that changes something is never repeated elsewhere.
    redirect: "manual",
    ...(body === undefined ? {} : { body: isStream(body) ? watch(body, signal, onChunk) : body }),
    // `fetch` requires this option for streamed bodies.
    ...(isStream(body) ? { duplex: "half" } : {}),
  };
  const response = await fetch(url, init);
  const follows = request.redirect !== "manual" && (method === "GET" || method === "HEAD");
  return follows ? await followRedirects(fetch, url, init, response) : response;
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
  let isOver = false;
  const restart = (): void => {
    clearTimeout(timer);
    // A server may respond before it has read the whole stream.
    if (timeout <= LONGEST_TIMER && !isOver) timer = setTimeout(abort, timeout);
  };
  restart();
  signal?.addEventListener("abort", abort);
  let isOpen = false;
  try {
    if (signal?.aborted === true) abort();
    const response = await untilAborted(controller.signal, send(given, controller.signal, restart));
    isOpen = request.stream === true && response.ok;
    return isOpen ? response : await untilAborted(controller.signal, readWhole(response));
  } catch (error) {
    if (signal?.aborted === true) throw abortError(operation, signal);
    if (controller.signal.aborted)
      throw new RequestError(operation, "timeout", timeoutMessage(timeout));
    const message = "The connection failed: see the property cause, and check the base URL";
    throw new RequestError(operation, "network", message, error);
  } finally {
    isOver = true;
    clearTimeout(timer);
    // While a body is still arriving, the caller must be able to abort it.
    if (!isOpen) signal?.removeEventListener("abort", abort);
  }
}

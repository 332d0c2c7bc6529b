import { abortError, onAbort, timeoutMessage, untilAborted } from "./abort.js";
import type { ClientRequest } from "./graph-client.js";
import { RequestError } from "./error.js";
import { LONGEST_TIMER } from "./number-option.js";
import { followRedirects, type Answer } from "./redirect.js";
import { withBody } from "./with-body.js";

/** One attempt to send a request. */
export interface Exchange {
  readonly fetch: typeof globalThis.fetch;
  readonly operation: string;
  readonly url: string;
  readonly headers: Headers;
  readonly request: ClientRequest;
  readonly timeout: number;
  readonly maxResponseSize: number;
}

/** Checks whether a body is a stream, which can be sent only once. */
export function isStream<Body>(body: Body): body is Body & ReadableStream {
  return body instanceof ReadableStream;
}

/** Wraps a stream: cancels the source when the signal aborts, which not every platform does, and reports each chunk. */
function watch<Chunk>(
  body: ReadableStream<Chunk>,
  signal: AbortSignal,
  onChunk: (chunk: Chunk) => void,
): ReadableStream<Chunk> {
  const through = new TransformStream<Chunk, Chunk>({
    transform(chunk, controller) {
      onChunk(chunk);
      controller.enqueue(chunk);
    },
  });
  return body.pipeThrough(through, { signal });
}

async function send(
  { fetch, url, headers, request }: Exchange,
  signal: AbortSignal,
  onChunk: () => void,
): Promise<Answer> {
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
  return follows ? await followRedirects(fetch, url, init, response) : { response, url };
}

function sizeMessage(size: number): string {
  return `Unexpected response over ${size} bytes: raise \`maxResponseSize\``;
}

/** Reason for aborting a response with too many bytes. */
const TOO_LARGE = {};

/** Reads the whole body, so that the time-out covers it. Some implementations of `fetch` have read it already. */
async function readWhole(
  response: Response,
  controller: AbortController,
  maxSize: number,
): Promise<Response> {
  const { body } = response;
  if (!isStream(body)) return response;
  let size = 0;
  const counted = watch(body, controller.signal, (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > maxSize) controller.abort(TOO_LARGE);
  });
  const bytes = await new Response(counted).arrayBuffer();
  // A status such as 204 allows no bytes.
  return withBody(response, bytes.byteLength === 0 ? null : bytes);
}

/**
 * Sends a request once.
 *
 * @param given request to send, and how
 * @returns the response, whatever its status, and the URL that it comes from
 * @throws RequestError of kind `network`, `timeout` or `abort`, or of kind `response` if the response is too large or
 *   has no status of HTTP
 */
export async function exchange(given: Exchange): Promise<Answer> {
  const { operation, request, timeout, maxResponseSize } = given;
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
  const release = onAbort(signal, abort);
  let isOpen = false;
  try {
    const answer = await untilAborted(controller.signal, send(given, controller.signal, restart));
    const { response } = answer;
    if (response.status > 599)
      throw new RequestError(operation, "response", `Unexpected status ${response.status}`);
    isOpen = request.stream === true && response.ok;
    if (isOpen) return answer;
    const whole = readWhole(response, controller, maxResponseSize);
    return { ...answer, response: await untilAborted(controller.signal, whole) };
  } catch (error) {
    if (error instanceof RequestError) throw error;
    if (signal?.aborted === true) throw abortError(operation, signal);
    if (controller.signal.reason === TOO_LARGE)
      throw new RequestError(operation, "response", sizeMessage(maxResponseSize));
    if (controller.signal.aborted)
      throw new RequestError(operation, "timeout", timeoutMessage(timeout));
    const message = "The connection failed: see the property cause, and check the base URL";
    throw new RequestError(operation, "network", message, error);
  } finally {
    isOver = true;
    clearTimeout(timer);
    // While a body is still arriving, the caller must be able to abort it.
    if (!isOpen) release();
  }
}

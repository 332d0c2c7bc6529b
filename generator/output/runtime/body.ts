import type { ClientRequest } from "./graph-client.ts";
import { RequestError } from "./error.ts";
import type { Operation } from "./operation.ts";

type Body = NonNullable<ClientRequest["body"]>;

function isContent(body: unknown): body is Body {
  return (
    typeof body === "string" ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body) ||
    body instanceof Blob ||
    body instanceof ReadableStream ||
    body instanceof FormData ||
    body instanceof URLSearchParams
  );
}

function isIterable(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

/** Converts an iterable, such as a Node.js stream, to a stream that is read at the speed of the connection. */
function toStream(body: AsyncIterable<Uint8Array>): ReadableStream {
  const iterator = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function toJson(operation: Operation, body: unknown): string {
  let reason: unknown;
  try {
    const text: unknown = JSON.stringify(body);
    if (typeof text === "string") return text;
  } catch (error) {
    reason = error;
  }
  const message =
    "Unexpected body that JSON cannot represent, expected plain data without cycles, bigints or functions";
  throw new RequestError(operation.name, "argument", message, reason);
}

/**
 * Returns the content type to set for a body.
 *
 * @param operation operation that sends the body
 * @param body body that the caller passed
 * @returns undefined if the platform derives the content type from the body, as for forms with their boundary
 */
export function typeOfBody(operation: Operation, body: unknown): string | undefined {
  const isNamed =
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    (body instanceof Blob && body.type !== "");
  return isNamed && operation.content !== undefined
    ? undefined
    : (operation.content ?? "application/json");
}

/**
 * Converts the body that the caller passed to the body of an HTTP request.
 *
 * @param operation operation that sends the body
 * @param body body that the caller passed
 * @returns JSON text, or the content itself if the operation sends content
 * @throws RequestError if JSON cannot represent the body, or if the operation expects content and the body is an object
 */
export function toBody(operation: Operation, body: unknown): Body {
  if (operation.content === undefined) return toJson(operation, body);
  if (isContent(body)) return body;
  if (isIterable(body)) return toStream(body);
  throw new RequestError(
    operation.name,
    "argument",
    "Unexpected body, expected text, bytes, a stream or a form",
  );
}

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

/** Reads from an iterable, e.g. a stream of Node, as fast as the connection takes it. */
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
    "Unexpected body that JSON cannot hold, expected plain data without a cycle, bigint or function";
  throw new RequestError(operation.name, "argument", message, reason);
}

/** Content type of a body that does not say it itself; the platform names those of forms, with their boundaries. */
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
 * Makes the body of a request.
 *
 * @throws RequestError for what JSON cannot hold, and for an object where content belongs
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

import type { ClientRequest } from "./graph-client.ts";
import { RequestError } from "./error.ts";
import type { JsonFormat } from "./json-format.ts";
import type { Operation } from "./operation.ts";

type Body = NonNullable<ClientRequest["body"]>;

const BYTES = "application/octet-stream";

const CLASSES = [ArrayBuffer, Blob, ReadableStream, FormData, URLSearchParams];

function isContent(body: unknown): body is Body {
  return (
    typeof body === "string" ||
    ArrayBuffer.isView(body) ||
    CLASSES.some((type) => body instanceof type)
  );
}

function isIterable(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

/** Converts an iterable, such as a Node.js stream, to a stream that is read at the speed of its reader. */
export function toStream(body: AsyncIterable<Uint8Array>): ReadableStream {
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

function toJson(operation: Operation, body: unknown, json: JsonFormat): string {
  let reason: unknown;
  try {
    const text = json.stringify(body);
    if (typeof text === "string") return text;
  } catch (error) {
    reason = error;
  }
  const message =
    "Unexpected body that JSON cannot represent, expected plain data without cycles, bigints or functions";
  throw new RequestError(operation.name, "argument", message, reason);
}

/** Checks whether a body has a content type of its own, which the platform sends, as forms with their boundary have. */
function hasType(body: unknown): boolean {
  return (
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    (body instanceof Blob && body.type !== "")
  );
}

/**
 * Returns the content type to set for a body: that of the documentation, unless the documentation expects JSON and the
 * body consists of bytes, or it expects any bytes and the body is text.
 *
 * @param operation operation that sends the body
 * @param body body that the caller passed
 * @returns undefined if the platform derives the content type from the body
 */
export function typeOfBody({ content, json }: Operation, body: unknown): string | undefined {
  const isRaw = isContent(body) || isIterable(body);
  if (json === true && !isRaw) return "application/json";
  const isText = typeof body === "string" || !isRaw;
  if (isText) return content === BYTES ? "text/plain" : (content ?? "application/json");
  return hasType(body) ? undefined : (content ?? BYTES);
}

/**
 * Converts the body that the caller passed to the body of an HTTP request.
 *
 * @param operation operation that sends the body
 * @param body body that the caller passed
 * @param json writes JSON
 * @returns bytes and forms themselves, text itself if the operation sends content, otherwise JSON text
 * @throws RequestError if JSON cannot represent the body, or if the operation expects content and the body is an object
 */
export function toBody(operation: Operation, body: unknown, json: JsonFormat): Body {
  if (isContent(body) && (typeof body !== "string" || operation.content !== undefined)) return body;
  if (isIterable(body)) return toStream(body);
  if (operation.content === undefined || operation.json === true)
    return toJson(operation, body, json);
  throw new RequestError(
    operation.name,
    "argument",
    "Unexpected body, expected text, bytes, a stream or a form",
  );
}

import type { RequestBody } from "./body.js";
import { RequestError } from "./error.js";
import type { OperationOptions } from "./operation.js";

type Body = RequestBody["body"];

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

/** Checks whether a body has a content type of its own, which the platform sends, as forms with their boundary have. */
function hasType(body: unknown): boolean {
  return (
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    (body instanceof Blob && body.type !== "")
  );
}

function typeOfContent(body: Body, type: string): string | undefined {
  if (hasType(body)) return undefined;
  return type === BYTES && typeof body === "string" ? "text/plain" : type;
}

function toContent(operation: string, body: unknown): Body {
  if (isContent(body)) return body;
  if (isIterable(body)) return toStream(body);
  throw new RequestError(
    operation,
    "argument",
    "Unexpected body, expected text, bytes, a stream or a form",
  );
}

/**
 * Makes an operation send the body of its options unchanged instead of as JSON: text, bytes, a stream or a form.
 *
 * @param options options of the call
 * @param type content type of the body. A form, or a `Blob` with a type, has its own, and text in place of any bytes
 *   (`application/octet-stream`) is `text/plain`. The header `Content-Type` of the options replaces any of them.
 * @returns the options to pass to {@link request}
 * @example
 * ```ts
 * const putPhoto = { name: "putPhoto", routes: [{ method: "PUT", path: "/me/photo/$value" }] };
 * await requestVoid(client, putPhoto, withContent({ body: file }, "image/jpeg"));
 * ```
 */
export function withContent(options: OperationOptions, type: string): OperationOptions {
  const { body } = options;
  if (body === undefined) return options;
  const content = (operation: string): RequestBody => {
    const sent = toContent(operation, body);
    return { body: sent, type: typeOfContent(sent, type) };
  };
  return { ...options, content };
}

/**
 * Makes an operation send the body of its options unchanged if it is content, and any other body as JSON.
 *
 * @param options options of the call
 * @param type content type of the content, see {@link withContent}
 * @returns the options to pass to {@link request}
 */
export function withContentOrJson(options: OperationOptions, type: string): OperationOptions {
  const { body } = options;
  return isContent(body) || isIterable(body) ? withContent(options, type) : options;
}

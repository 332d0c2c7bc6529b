import { toStream } from "./content.ts";
import { RequestError } from "./error.ts";

/** A stream of known size, such as `{ stream: createReadStream(file), size }` in Node.js. */
export interface SizedStream {
  readonly stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Number of bytes in the stream. */
  readonly size: number;
}

/** Content of an upload: a `Blob` or `File`, bytes, or a stream of known size. */
export type UploadContent = Blob | ArrayBuffer | ArrayBufferView | SizedStream;

/** Content of an upload, read range by range. */
export interface UploadSource {
  readonly size: number;
  /** Returns the bytes from `start` up to, but not including, `end`. Ranges of a stream must not go back. */
  read(start: number, end: number): Promise<Blob | Uint8Array<ArrayBuffer>>;
  /** Stops reading. */
  close(): void;
}

function argumentError(message: string, cause?: unknown): RequestError {
  return new RequestError("upload", "argument", message, cause);
}

function fromBytes(bytes: Uint8Array<ArrayBuffer>): UploadSource {
  return {
    size: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    close: () => undefined,
  };
}

function fromBlob(blob: Blob): UploadSource {
  return {
    size: blob.size,
    read: (start, end) => Promise.resolve(blob.slice(start, end)),
    close: () => undefined,
  };
}

/** Copies the first bytes of chunks. */
function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    if (at >= length) break;
    bytes.set(chunk.subarray(0, length - at), at);
    at += chunk.length;
  }
  return bytes;
}

class StreamSource implements UploadSource {
  readonly size: number;
  readonly #reader: ReadableStreamDefaultReader<unknown>;
  /** Bytes that were read but may be needed again, and the position of the first of them. */
  #chunks: Uint8Array[] = [];
  #length = 0;
  #start = 0;

  constructor({ stream, size }: SizedStream) {
    this.size = size;
    this.#reader = (stream instanceof ReadableStream ? stream : toStream(stream)).getReader();
  }

  async read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    if (start < this.#start)
      throw argumentError("Unexpected stream for bytes that were read before, expected a Blob");
    // Bytes after the last range show that the stream is longer than its size.
    const isLast = end === this.size;
    while (this.#end < end || (isLast && this.#end === end)) {
      if (!(await this.#pull())) break;
      if (this.#end <= start) this.#dropUntil(this.#end);
    }
    if (this.#end < end || (isLast && this.#end > end))
      throw argumentError(
        `Unexpected stream of ${isLast && this.#end > end ? "more" : "less"} bytes than its size ${this.size}`,
      );
    this.#dropUntil(start);
    return concatenate(this.#chunks, end - start);
  }

  close(): void {
    // A source that never ends would also not end here.
    this.#reader.cancel().catch(() => undefined);
  }

  get #end(): number {
    return this.#start + this.#length;
  }

  /** Drops the bytes before a position, without copying those after it. */
  #dropUntil(start: number): void {
    let count = 0;
    let rest = start - this.#start;
    this.#length -= rest;
    this.#start = start;
    for (; rest > 0; count += 1) {
      const chunk = this.#chunks[count] ?? new Uint8Array();
      if (chunk.length > rest) break;
      rest -= chunk.length;
    }
    this.#chunks.splice(0, count);
    const [first] = this.#chunks;
    if (first !== undefined) this.#chunks[0] = first.subarray(rest);
  }

  async #pull(): Promise<boolean> {
    const { done, value } = await this.#reader.read().catch((error: unknown) => {
      throw argumentError("The stream of the content failed: see the property cause", error);
    });
    if (done) return false;
    if (!(value instanceof Uint8Array))
      throw argumentError("Unexpected chunk in a stream, expected bytes");
    this.#chunks.push(value);
    this.#length += value.length;
    return true;
  }
}

/**
 * Creates the source of an upload.
 *
 * @param content content to upload
 * @throws RequestError if the content is empty or its size is not a number
 */
export function createSource(content: UploadContent): UploadSource {
  const source = toSource(content);
  if (Number.isSafeInteger(source.size) && source.size > 0) return source;
  throw argumentError(
    `Unexpected content of ${source.size} bytes, expected at least one: upload an empty file in one request`,
  );
}

function toSource(content: UploadContent): UploadSource {
  if (content instanceof Blob) return fromBlob(content);
  if (content instanceof ArrayBuffer) return fromBytes(new Uint8Array(content));
  if (!ArrayBuffer.isView(content)) return new StreamSource(content);
  const { buffer, byteOffset, byteLength } = content;
  return fromBytes(
    buffer instanceof ArrayBuffer
      ? new Uint8Array(buffer, byteOffset, byteLength)
      : Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength)),
  );
}

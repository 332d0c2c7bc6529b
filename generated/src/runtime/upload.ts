import { delay, untilAborted } from "./abort.js";
import type { ClientRequest, GraphClient } from "./graph-client.js";
import { GraphError, RequestError } from "./error.js";
import type { CallOptions } from "./options.js";
import { expectSuccess } from "./request.js";
import { retryDelay, retryOptions } from "./retry.js";
import { createSource, type UploadContent, type UploadSource } from "./upload-source.js";

export type { SizedStream, UploadContent } from "./upload-source.js";

/** An upload session, as the service creates it. */
export interface UploadTarget {
  readonly uploadUrl?: string | null | undefined;
  readonly nextExpectedRanges?: readonly string[] | null | undefined;
}

/** Progress of an upload. */
export interface UploadProgress {
  /** Number of bytes that the service has received. */
  readonly uploaded: number;
  readonly size: number;
  /** URL of the session, from which {@link upload} can continue later. It needs no token: treat it as a secret. */
  readonly uploadUrl: string;
}

/** Options of an upload. */
export interface UploadOptions extends Pick<CallOptions, "signal" | "timeout" | "retry"> {
  /**
   * Number of bytes in one request; 3,276,800 by default. OneDrive expects a multiple of 327,680 and at most 60 MiB,
   * Outlook at most 4 MB.
   */
  readonly chunkSize?: number | undefined;
  /** Called at the start and after each request. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
}

const NAME = "upload";

/** Services list fewer ranges. */
const MOST_RANGES = 10_000;

/** What one upload works with. */
interface Upload {
  readonly client: GraphClient;
  readonly url: string;
  readonly source: UploadSource;
  readonly options: UploadOptions;
}

/** Methods that may be sent again at once: a range may have arrived, as only the service knows. */
const RESENT: readonly string[] = ["DELETE", "GET"];

/** Response to one range: what the service expects next, or the response to the last range. */
type Received = { readonly next: number } | { readonly body: unknown };

async function send(
  { client, url, options: { signal, timeout, retry } }: Omit<Upload, "source">,
  request: Pick<ClientRequest, "method" | "headers" | "body">,
): Promise<Response> {
  // The URL itself authorizes the upload. A token would make the service reject the request.
  const response = await client.send({
    operation: NAME,
    url,
    signal,
    timeout,
    retry: { ...retryOptions(retry ?? client.retry ?? {}), methods: RESENT },
    token: false,
    ...request,
  });
  return await expectSuccess(NAME, response);
}

async function readBody({ json = JSON }: GraphClient, response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === "" ? undefined : json.parse(text);
  } catch (error) {
    throw new RequestError(NAME, "response", "Unexpected response, expected complete JSON", error);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Reads the start of the first missing range: `26-`, `26-99` or `26`. The service may list them in any order. */
function nextOffset(session: unknown): number | null {
  // Outlook writes the name in this way.
  const ranges = isRecord(session)
    ? (session.nextExpectedRanges ?? session.NextExpectedRanges)
    : undefined;
  const all: readonly unknown[] = Array.isArray(ranges) ? ranges : [];
  const starts = all.flatMap((range) =>
    typeof range === "string" ? (/^\d+/.exec(range) ?? []).map(Number) : [],
  );
  return starts.length === 0 ? null : Math.min(...starts.slice(0, MOST_RANGES));
}

/** Asks the service for the first missing range. */
async function askOffset(upload: Upload): Promise<number> {
  const headers = new Headers({ accept: "application/json" });
  const response = await send(upload, { method: "GET", headers });
  const next = nextOffset(await readBody(upload.client, response));
  if (next !== null) return next;
  const message = "Unexpected upload session without missing bytes: the content has been uploaded";
  throw new RequestError(NAME, "response", message);
}

async function sendRange(upload: Upload, start: number, end: number): Promise<Received> {
  const { client, source, options } = upload;
  const { signal } = options;
  const body = await untilAborted(signal, source.read(start, end), NAME);
  const headers = new Headers({
    accept: "application/json",
    "content-type": "application/octet-stream",
    "content-range": `bytes ${start}-${end - 1}/${source.size}`,
  });
  const answer = await readBody(client, await send(upload, { method: "PUT", headers, body }));
  const next = nextOffset(answer);
  if (next === null && end === source.size) return { body: answer };
  if (next !== null && next <= start)
    throw new RequestError(
      NAME,
      "response",
      "Unexpected response that expects the same bytes again",
    );
  return { next: next ?? end };
}

/** Checks whether the service can say how to continue after an error. A throttled range was sent again already. */
function isRecoverable(error: unknown): error is RequestError {
  if (error instanceof GraphError) {
    const isThrottled = error.status === 503 && error.retryAfter !== null;
    return [416, 500, 502, 503, 504].includes(error.status) && !isThrottled;
  }
  return error instanceof RequestError && (error.kind === "network" || error.kind === "timeout");
}

/** Waits after a failure, or throws the error after too many failures. */
async function pause({ client, options }: Upload, failures: number, error: unknown): Promise<void> {
  if (!isRecoverable(error)) throw error;
  const response = error instanceof GraphError ? error : undefined;
  const retry = retryOptions(options.retry ?? client.retry ?? {});
  const statuses = response === undefined ? [] : [response.status];
  const wait = retryDelay({ method: "PUT", attempt: failures, response }, { ...retry, statuses });
  if (wait === null) throw error;
  await delay(wait, NAME, options.signal);
}

function tooFar(start: number, size: number): RequestError {
  const found =
    start === size
      ? "without missing bytes: the content has been uploaded"
      : `that expects byte ${start} of ${size}: it is that of another content`;
  return new RequestError(NAME, "response", `Unexpected upload session ${found}`);
}

/** Uploads from an offset; null stands for the offset that the service says. */
async function run(upload: Upload, first: number | null): Promise<unknown> {
  const { url, source, options } = upload;
  const { size } = source;
  const { chunkSize = 3_276_800, onProgress } = options;
  let offset = first;
  let uploaded = -1;
  for (let failures = 0; ;) {
    const start = offset ?? (await askOffset(upload));
    if (start >= size) throw tooFar(start, size);
    try {
      if (start > uploaded) {
        uploaded = start;
        failures = 0;
        onProgress?.({ uploaded, size, uploadUrl: url });
      }
      const received = await sendRange(upload, start, Math.min(start + chunkSize, size));
      if ("body" in received) {
        onProgress?.({ uploaded: size, size, uploadUrl: url });
        return received.body;
      }
      offset = received.next;
    } catch (error) {
      failures += 1;
      await pause(upload, failures, error);
      // After a lost response, only the service knows what it has received.
      offset = null;
    }
  }
}

/**
 * Uploads content of any size to an upload session, range by range. After a failure, the upload continues where the
 * service says. The session receives no token. If the upload is aborted or fails, the session remains: call this
 * function with its URL to continue, or {@link cancelUpload} to end it.
 *
 * @param client sends the requests
 * @param session upload session, or its URL to continue an earlier upload
 * @param content content to upload, from its first byte
 * @param options options of the upload; by default, those of the client
 * @returns the last response of the service, such as the new file; undefined if it is empty
 * @throws GraphError if the service responds with an error
 * @throws RequestError if the content is not valid or no valid response arrives
 * @example
 * ```ts
 * const session = await createDriveItemUploadSession(client, { path: { driveItemId }, body: {} });
 * const file = await upload<DriveItem>(client, session, await openAsBlob("film.mp4"), {
 *   onProgress: ({ uploaded, size }) => console.log(`${uploaded} of ${size} bytes`),
 * });
 * ```
 * @example Continue in another process
 * ```ts
 * await upload<DriveItem>(client, savedUploadUrl, await openAsBlob("film.mp4"));
 * ```
 */
export async function upload<T = unknown>(
  client: GraphClient,
  session: UploadTarget | string,
  content: UploadContent,
  options?: UploadOptions,
): Promise<T>;
export async function upload(
  client: GraphClient,
  session: UploadTarget | string,
  content: UploadContent,
  options: UploadOptions = {},
): Promise<unknown> {
  const { chunkSize = 1 } = options;
  if (!Number.isSafeInteger(chunkSize) || chunkSize < 1)
    throw new RequestError(
      NAME,
      "argument",
      `Unexpected chunkSize ${chunkSize}, expected a number of bytes`,
    );
  const source = createSource(content);
  const given: unknown = typeof session === "string" ? session : session.uploadUrl;
  const url = typeof given === "string" ? given : "";
  const uploading = { client, url, source, options };
  try {
    if (url === "")
      throw new RequestError(NAME, "argument", "Unexpected upload session without a URL");
    return await run(uploading, typeof session === "string" ? null : (nextOffset(session) ?? 0));
  } finally {
    source.close();
  }
}

/**
 * Ends an upload session. The service deletes what it has received.
 *
 * @param client sends the request
 * @param uploadUrl URL of the session
 * @param options options of the request; by default, those of the client
 * @throws GraphError if the service responds with an error
 * @throws RequestError if no response arrives
 * @example
 * ```ts
 * await cancelUpload(client, savedUploadUrl);
 * ```
 */
export async function cancelUpload(
  client: GraphClient,
  uploadUrl: string,
  options: Pick<CallOptions, "signal" | "timeout" | "retry"> = {},
): Promise<void> {
  const headers = new Headers({ accept: "application/json" });
  await send({ client, url: uploadUrl, options }, { method: "DELETE", headers });
}

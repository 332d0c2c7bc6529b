import { fromBase64, toBase64 } from "./base64.ts";
import type { ClientRequest } from "./graph-client.ts";
import { RequestError } from "./error.ts";

/** One request of a batch, until it is answered. */
export interface BatchItem {
  readonly id: string;
  readonly operation: string;
  readonly request: ClientRequest;
  /** Aborts when the time is over that the call itself gave. */
  readonly limit: AbortSignal | undefined;
  /** What goes into the batch. */
  readonly written: Promise<object>;
  /** Requests that have to succeed before; all of them are older. */
  readonly after: readonly BatchItem[];
  /** How often it was sent. */
  attempt: number;
  /** Whether it succeeded; undefined until it is answered. */
  succeeded: boolean | undefined;
  readonly resolve: (response: Response) => void;
  readonly reject: (reason: unknown) => void;
}

/** The answer to one request of a batch, as it stands on the wire. */
export interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

function relativeUrl(baseUrl: string, operation: string, url: string): string {
  if (url.startsWith("/")) return url;
  if (url.startsWith(`${baseUrl}/`)) return url.slice(baseUrl.length);
  throw new RequestError(
    operation,
    "argument",
    `Unexpected URL in a batch, expected one below ${baseUrl}`,
  );
}

function toObject(headers: Headers): Record<string, string> {
  const object: Record<string, string> = {};
  headers.forEach((value, name) => (object[name] = value));
  return object;
}

function isJson(type: string): boolean {
  return /[/+]json\b/i.test(type);
}

/**
 * Writes a request as a batch takes it: JSON as it is, all other bodies as base64.
 *
 * @throws RequestError for a URL elsewhere
 */
export async function writeRequest(
  baseUrl: string,
  id: string,
  operation: string,
  request: ClientRequest,
): Promise<object> {
  const headers = new Headers(request.headers);
  headers.delete("authorization");
  const written = { id, method: request.method, url: relativeUrl(baseUrl, operation, request.url) };
  if (request.body === undefined || request.body === null)
    return { ...written, headers: toObject(headers) };
  const content = new Response(request.body);
  const type =
    headers.get("content-type") ??
    content.headers.get("content-type") ??
    "application/octet-stream";
  headers.set("content-type", type);
  const body: unknown = isJson(type)
    ? await content.json()
    : toBase64(new Uint8Array(await content.arrayBuffer()));
  return { ...written, headers: toObject(headers), body };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function readHeaders(value: unknown): Headers {
  const headers = new Headers();
  for (const [name, text] of Object.entries(isRecord(value) ? value : {}))
    headers.set(name, String(text));
  return headers;
}

function readAnswer(value: unknown): BatchAnswer | undefined {
  if (!isRecord(value)) return undefined;
  const { id, body } = value;
  const status = Number(value.status);
  if (typeof id !== "string" || !(status >= 200 && status < 600)) return undefined;
  return { id, status, headers: readHeaders(value.headers), body };
}

/** Reads the answer to a batch: the answers to its requests by their ids. */
export function readAnswers(body: unknown): ReadonlyMap<string, BatchAnswer> {
  const answers: unknown = isRecord(body) ? body.responses : undefined;
  const found = (Array.isArray(answers) ? answers : []).map(readAnswer);
  return new Map(
    found.filter((answer) => answer !== undefined).map((answer) => [answer.id, answer]),
  );
}

function contentOf({
  status,
  headers,
  body,
}: BatchAnswer): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined || [204, 205, 304].includes(status)) return null;
  if (typeof body !== "string" || isJson(headers.get("content-type") ?? "application/json"))
    return JSON.stringify(body);
  return fromBase64(body) ?? body;
}

/** Makes the response that the request would have got on its own. */
export function toResponse(answer: BatchAnswer): Response {
  return new Response(contentOf(answer), { status: answer.status, headers: answer.headers });
}

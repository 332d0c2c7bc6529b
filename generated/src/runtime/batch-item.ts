import { fromBase64, toBase64 } from "./base64.js";
import type { ClientRequest, GraphClient } from "./graph-client.js";
import { RequestError } from "./error.js";
import type { JsonFormat } from "./json-format.js";

/** One request of a batch, until its response arrives. */
export interface BatchItem {
  readonly id: string;
  readonly operation: string;
  readonly request: ClientRequest;
  /** Aborts when the time-out of the call itself expires. */
  readonly limit: AbortSignal;
  /** The request as the batch contains it. */
  readonly written: Promise<object>;
  /** Earlier requests that must succeed before this one is sent. */
  readonly after: readonly BatchItem[];
  /** How many times the request was sent. */
  attempt: number;
  /** Whether the request succeeded; undefined until its response arrives. */
  succeeded: boolean | undefined;
  readonly resolve: (response: Response) => void;
  readonly reject: (reason: unknown) => void;
}

/** The response to one request of a batch, as the service sends it. */
export interface BatchResponse {
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
 * Converts a request to its form in a batch: a JSON body as JSON, any other body as base64.
 *
 * @param client client of the batch
 * @param id identifies the request within the batch
 * @param operation name of the request function
 * @param request request to convert
 * @returns an element of the list `requests` of a batch
 * @throws RequestError if the URL is not below the base URL
 */
export async function writeRequest(
  { baseUrl, json = JSON }: Pick<GraphClient, "baseUrl" | "json">,
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
    ? json.parse(await content.text())
    : toBase64(new Uint8Array(await content.arrayBuffer()));
  return { ...written, headers: toObject(headers), body };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function readHeaders(value: unknown): Headers {
  const headers = new Headers();
  for (const [name, text] of Object.entries(isRecord(value) ? value : {})) {
    try {
      headers.set(name, String(text));
    } catch {
      // A header that HTTP does not allow would otherwise fail the whole batch.
    }
  }
  return headers;
}

function readResponse(value: unknown): BatchResponse | undefined {
  if (!isRecord(value)) return undefined;
  const { id, body } = value;
  const status = Number(value.status);
  if (typeof id !== "string" || !(status >= 200 && status < 600)) return undefined;
  return { id, status, headers: readHeaders(value.headers), body };
}

/**
 * Reads the response to a batch.
 *
 * @param body parsed body of the response
 * @returns the responses to the individual requests, by id
 */
export function readResponses(body: unknown): ReadonlyMap<string, BatchResponse> {
  const responses: unknown = isRecord(body) ? body.responses : undefined;
  const found = (Array.isArray(responses) ? responses : []).map(readResponse);
  return new Map(
    found.filter((response) => response !== undefined).map((response) => [response.id, response]),
  );
}

/** Decodes a JSON object or array in base64, as which some services send the bodies of others. */
function decodeJson(text: string, json: JsonFormat): string | null {
  const bytes = fromBase64(text);
  if (bytes === null) return null;
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return isRecord(json.parse(decoded)) ? decoded : null;
  } catch {
    return null;
  }
}

function contentOf(
  { status, headers, body }: BatchResponse,
  json: JsonFormat,
): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined || [204, 205, 304].includes(status)) return null;
  const type = headers.get("content-type") ?? "application/json";
  if (typeof body !== "string") return json.stringify(body) ?? null;
  if (isJson(type)) return decodeJson(body, json) ?? JSON.stringify(body);
  return type.startsWith("text/") ? body : (fromBase64(body) ?? body);
}

/**
 * Creates the response that the request would have received outside of a batch.
 *
 * @param response response from the batch
 * @param json reads and writes JSON
 */
export function toResponse(response: BatchResponse, json: JsonFormat): Response {
  const { status, headers } = response;
  return new Response(contentOf(response, json), { status, headers });
}

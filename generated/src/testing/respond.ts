import type { MockExample } from "./model.js";

/** Headers that describe a message on its way, or that the platform sets. */
const TRANSPORT = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "keep-alive",
  "server",
  "transfer-encoding",
]);

/** Statuses of responses that cannot have a body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** Reads the headers of an example. Pages also contain values that no header can have, which are left out. */
function headersOf({ headers = {} }: MockExample): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (TRANSPORT.has(name.toLowerCase())) continue;
    try {
      result.set(name, value);
    } catch {
      continue;
    }
  }
  return result;
}

/**
 * Creates the response that an example shows.
 *
 * @param example example of an operation
 * @param json its JSON, whose links lead to the mock
 */
export function toResponse(example: MockExample, json: unknown): Response {
  const { text } = example;
  const headers = headersOf(example);
  // A client follows a redirect to content, so it receives the content.
  const isRedirect = example.status >= 300 && example.status < 400 && example.status !== 304;
  const status = isRedirect || example.status < 200 || example.status > 599 ? 200 : example.status;
  if (WITHOUT_BODY.has(status)) return new Response(null, { status, headers });
  if (json !== undefined) {
    if (!/json/i.test(headers.get("content-type") ?? ""))
      headers.set("content-type", "application/json");
    return new Response(JSON.stringify(json), { status, headers });
  }
  if (text === undefined) {
    headers.delete("content-type");
    return new Response(null, { status, headers });
  }
  if (!headers.has("content-type")) headers.set("content-type", "text/plain");
  return new Response(text, { status, headers });
}

/**
 * Creates the response to a failed request, in the form of the service.
 *
 * @param status HTTP status of 400 or above
 * @param code error code; by default, one that fits the status
 * @param message error message
 * @param headers further headers
 * @example
 * ```ts
 * const client = createTestClient({ deleteUser: failure(403, "Authorization_RequestDenied") });
 * ```
 */
export function failure(
  status: number,
  code: string = codeOf(status),
  message = `The request failed with status ${String(status)}.`,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ error: { code, message } }, { status, headers });
}

function codeOf(status: number): string {
  const codes: Readonly<Record<number, string>> = {
    400: "BadRequest",
    401: "InvalidAuthenticationToken",
    403: "Forbidden",
    404: "ResourceNotFound",
    409: "Conflict",
    412: "PreconditionFailed",
    423: "Locked",
    429: "TooManyRequests",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
    507: "InsufficientStorage",
  };
  return codes[status] ?? "InternalServerError";
}

/**
 * Creates a response with status 429, which the runtime retries after a delay.
 *
 * @param seconds value of `Retry-After`; 0 for a retry without delay
 */
export function throttled(seconds = 0): Response {
  const message = "Too many requests.";
  return failure(429, codeOf(429), message, { "retry-after": String(seconds) });
}

import { retryAfter } from "./retry-after.ts";

/**
 * What went wrong:
 *
 * - `argument`: the call is wrong; nothing was sent
 * - `token`: the credential gave no usable token; nothing was sent
 * - `network`: no answer, or not all of it
 * - `timeout`: no answer in time
 * - `abort`: the caller's signal
 * - `response`: an answer that cannot be right
 * - `service`: the service answered with an error; a {@link GraphError}
 */
export type RequestErrorKind =
  "argument" | "token" | "network" | "timeout" | "abort" | "response" | "service";

/**
 * A call failed. All errors of request functions are such; what the service answers with is a {@link GraphError}.
 *
 * @example
 * ```ts
 * try {
 *   await getUser(client, { path: { userId } });
 * } catch (error) {
 *   if (error instanceof GraphError && error.status === 404) return null;
 *   if (error instanceof RequestError && error.kind === "timeout") console.warn(`${error.operation} took too long`);
 *   throw error;
 * }
 * ```
 */
export class RequestError extends Error {
  readonly kind: RequestErrorKind;
  /** Name of the request function. */
  readonly operation: string;

  constructor(operation: string, kind: RequestErrorKind, message: string, cause?: unknown) {
    super(`${operation}: ${message}`, cause === undefined ? {} : { cause });
    // The platform's own names, which programs look for.
    this.name =
      kind === "abort" ? "AbortError" : kind === "timeout" ? "TimeoutError" : "RequestError";
    this.kind = kind;
    this.operation = operation;
  }
}

/** What is known of a failed request. */
export interface FailedResponse {
  readonly operation: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** Text of the body. */
  readonly text: string;
}

/**
 * The service answered with an error.
 *
 * @example
 * ```ts
 * if (error instanceof GraphError && error.code === "Request_ResourceNotFound") console.log(error.requestId);
 * ```
 */
export class GraphError extends RequestError {
  /** HTTP status. */
  readonly status: number;
  /** The service's error code, e.g. `Request_ResourceNotFound`; null where the answer is not the service's JSON. */
  readonly code: string | null;
  /** The service's own words; `message` has the operation, the status and the code besides. */
  readonly serviceMessage: string | null;
  /** The service's `innerError`, as it came. */
  readonly innerError: unknown;
  /** What the service's support asks for; null where the answer names none. */
  readonly requestId: string | null;
  /** The request's `client-request-id`; null where the answer names none. */
  readonly clientRequestId: string | null;
  /** Seconds that the service asks to wait; null where it asks for none. */
  readonly retryAfter: number | null;
  /** The answer's body: parsed JSON, or its text. */
  readonly body: unknown;
  readonly headers: Headers;

  constructor(response: FailedResponse) {
    const { operation, status, headers } = response;
    const body = parse(response.text);
    const error = valueAt(body, "error");
    const code = textAt(error, "code");
    const serviceMessage = textAt(error, "message");
    const innerError = valueAt(error, "innerError") ?? valueAt(error, "innererror") ?? null;
    super(operation, "service", describe(response, code, serviceMessage));
    this.name = "GraphError";
    this.status = status;
    this.code = code;
    this.serviceMessage = serviceMessage;
    this.innerError = innerError;
    this.requestId = headers.get("request-id") ?? textAt(innerError, "request-id");
    this.clientRequestId =
      headers.get("client-request-id") ?? textAt(innerError, "client-request-id");
    const wait = retryAfter(headers);
    this.retryAfter = wait === null ? null : wait / 1000;
    this.body = body;
    this.headers = headers;
  }
}

/** What to do about it, where the service's words do not say. */
function advice(status: number): string {
  if (status === 401) return ". The token is refused: check its audience, tenant and expiry";
  if (status === 403)
    return ". The token may lack a permission: see those in the function's documentation";
  return status < 400
    ? ". Redirects are not followed here: call the address in the Location header"
    : "";
}

function describe(response: FailedResponse, code: string | null, message: string | null): string {
  const status = `${response.status} ${code ?? response.statusText}`.trim();
  // Without words of its own the answer is hardly the service's: a page of a proxy, or of a captive network.
  const said =
    message === null
      ? `${status}, without the service's words: see body`
      : `${message} (${status})`;
  return said + advice(response.status);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function textAt(value: unknown, key: string): string | null {
  const found = valueAt(value, key);
  return typeof found === "string" && found !== "" ? found : null;
}

import { retryAfter } from "./retry-after.ts";

/**
 * Reason for a failure:
 *
 * - `argument`: the arguments of the call are invalid, so no request was sent, or the content of an upload is
 * - `token`: the credential returned no usable token
 * - `network`: the response did not arrive, or arrived only in part
 * - `timeout`: the response did not arrive in time
 * - `abort`: the caller's signal aborted the call
 * - `response`: the response is not valid
 * - `service`: the service responded with an error, which is a {@link GraphError}
 */
export type RequestErrorKind =
  "argument" | "token" | "network" | "timeout" | "abort" | "response" | "service";

/**
 * The error of a failed call. Every error that a request function throws is a `RequestError`, unless a hook or another
 * function of the program throws. If the service responds with an error, it is a {@link GraphError}.
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
    // Programs check for the names that the platform uses.
    this.name =
      kind === "abort" ? "AbortError" : kind === "timeout" ? "TimeoutError" : "RequestError";
    this.kind = kind;
    this.operation = operation;
  }
}

/** A response with an error status. */
export interface FailedResponse {
  readonly operation: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** Text of the body. */
  readonly text: string;
  /** Error object of the service; by default, the property `error` of the body. */
  readonly error?: object | undefined;
}

/**
 * The error of a call to which the service responded with status 400 or above, or with status 304. It carries the error code and the
 * message of the service.
 *
 * @example
 * ```ts
 * if (error instanceof GraphError && error.code === "Request_ResourceNotFound") console.log(error.requestId);
 * ```
 */
export class GraphError extends RequestError {
  /** HTTP status. */
  readonly status: number;
  /** Error code of the service, such as `Request_ResourceNotFound`; null if the body is not an error object. */
  readonly code: string | null;
  /** Error message of the service. The property `message` adds the operation, the status and the code. */
  readonly serviceMessage: string | null;
  /** The `innerError` of the service, unchanged. */
  readonly innerError: unknown;
  /** Identifies the request in a support case; null if the response does not contain it. */
  readonly requestId: string | null;
  /** The `client-request-id` of the request; null if the response does not contain it. */
  readonly clientRequestId: string | null;
  /** Seconds to wait before the next request; null if the service does not specify a delay. */
  readonly retryAfter: number | null;
  /** Body of the response: parsed JSON, or text if it is not JSON. */
  readonly body: unknown;
  readonly headers: Headers;

  constructor(response: FailedResponse) {
    const { operation, status, headers } = response;
    const body = parse(response.text);
    const error = response.error ?? valueAt(body, "error");
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

/** Suggests a fix for statuses whose error messages rarely contain one. */
function advice(status: number): string {
  if (status === 401)
    return ". The service rejected the token: check its audience, tenant and expiry";
  if (status === 403)
    return ". The token may lack a permission: see the permissions in the documentation of the function";
  return status >= 300 && status < 400
    ? ". Redirects are not followed for this request: call the URL in the Location header"
    : "";
}

function describe(response: FailedResponse, code: string | null, message: string | null): string {
  const status = `${response.status} ${code ?? response.statusText}`.trim();
  if (response.status === 304) return `${status}: the object has not changed`;
  // A response without an error message probably comes from a proxy or a captive portal, not from the service.
  const text =
    message === null
      ? `${status}, without an error message of the service: see the property body`
      : `${message} (${status})`;
  return text + advice(response.status);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

function textAt(value: unknown, key: string): string | null {
  const found = valueAt(value, key);
  return typeof found === "string" && found !== "" ? found : null;
}

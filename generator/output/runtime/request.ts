import { linkSignal, streamBody } from "./content-stream.ts";
import { jsonBody } from "./body.ts";
import type { ClientRequest, GraphClient } from "./graph-client.ts";
import { GraphError, RequestError } from "./error.ts";
import { chooseRoute, type Operation, type OperationOptions } from "./operation.ts";
import type { ContentResponse } from "./options.ts";
import { setHeader } from "./set-header.ts";
import { buildUrl } from "./url.ts";

function toHeaders(
  operation: Operation,
  options: OperationOptions,
  accept: string,
  type: string | undefined,
): Headers {
  const headers = new Headers(type === undefined ? { accept } : { accept, "content-type": type });
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value !== undefined) setHeader(operation.name, headers, name, value);
  }
  return headers;
}

function toRequest(
  { json = JSON }: GraphClient,
  operation: Operation,
  options: OperationOptions,
  accept: string,
): ClientRequest {
  const { body, signal, timeout, retry } = options;
  const sent =
    options.content?.(operation.name) ??
    (body === undefined ? undefined : jsonBody(operation.name, body, json));
  return {
    operation: operation.name,
    ...buildUrl(operation, options),
    headers: toHeaders(operation, options, accept, sent?.type),
    body: sent?.body,
    signal,
    timeout,
    retry,
  };
}

/**
 * Throws for a response with an error status.
 *
 * @param name name of the request function
 * @param response response to check
 * @returns the response
 * @throws GraphError for a status of 400 or above, and for a redirect that was not followed
 */
export async function expectSuccess(name: string, response: Response): Promise<Response> {
  if (response.ok) return response;
  const { status, statusText, headers } = response;
  throw new GraphError({
    operation: name,
    status,
    statusText,
    headers,
    text: await response.text(),
  });
}

/**
 * Parses a JSON response, or returns undefined for an empty body. The documented type is not checked at run time, and
 * nothing is renamed or dropped.
 */
async function readJson<T>(
  { json = JSON }: GraphClient,
  { name }: Operation,
  response: Response,
): Promise<T> {
  const text = await response.text();
  try {
    // The type is that of the documentation. This is the only place that relies on it without a check.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    return text === "" ? JSON.parse("null", () => undefined) : json.parse(text);
  } catch (error) {
    const found = `${response.headers.get("content-type") ?? "content"} of ${text.length} characters`;
    const message = `Unexpected ${found}, expected complete JSON: the response was truncated, or is not from the service`;
    throw new RequestError(name, "response", message, error);
  }
}

/**
 * Calls an operation that returns JSON. Request functions use it; call it directly for an operation that
 * has no request function.
 *
 * @param client sends the request
 * @param operation operation to call
 * @param options path values, query, headers and body of the call
 * @returns the parsed response, or undefined if the body is empty
 * @throws GraphError if the service responds with an error
 * @throws RequestError if the call is invalid or no valid response arrives
 * @example
 * ```ts
 * const getSite = { name: "getSite", routes: [{ method: "GET", path: "/sites/{siteId}" }] };
 * const site = await request<{ id: string }>(client, getSite, { path: { siteId: "root" } });
 * ```
 */
export async function request<T>(
  client: GraphClient,
  operation: Operation,
  options: OperationOptions,
): Promise<T> {
  const response = await client.send(toRequest(client, operation, options, "application/json"));
  return await readJson<T>(client, operation, await expectSuccess(operation.name, response));
}

/**
 * Calls an operation that returns nothing. If the response has a body, it is ignored.
 *
 * @param client sends the request
 * @param operation operation to call
 * @param options path values, query, headers and body of the call
 * @throws GraphError if the service responds with an error
 * @throws RequestError if the call is invalid or no response arrives
 * @example
 * ```ts
 * const ping = { name: "ping", routes: [{ method: "POST", path: "/sites/{siteId}/ping" }] };
 * await requestVoid(client, ping, { path: { siteId: "root" }, body: {} });
 * ```
 */
export async function requestVoid(
  client: GraphClient,
  operation: Operation,
  options: OperationOptions,
): Promise<void> {
  const response = await client.send(toRequest(client, operation, options, "application/json"));
  await expectSuccess(operation.name, response);
}

/**
 * Calls an operation that returns plain text.
 *
 * @param client sends the request
 * @param operation operation to call
 * @param options path values, query, headers and body of the call
 * @returns the text of the body
 * @throws GraphError if the service responds with an error
 * @throws RequestError if the call is invalid or no valid response arrives
 * @example
 * ```ts
 * const count = { name: "countUsers", routes: [{ method: "GET", path: "/users/$count" }] };
 * Number(await requestText(client, count, { headers: { ConsistencyLevel: "eventual" } }));
 * ```
 */
export async function requestText(
  client: GraphClient,
  operation: Operation,
  options: OperationOptions,
): Promise<string> {
  const response = await client.send(toRequest(client, operation, options, "text/plain, */*"));
  return await (await expectSuccess(operation.name, response)).text();
}

/**
 * Calls an operation that returns bytes.
 *
 * @param client sends the request
 * @param operation operation to call
 * @param options path values, query, headers and body of the call
 * @returns the response, whose body is an unread stream
 * @throws GraphError if the service responds with an error
 * @throws RequestError if the call is invalid or no valid response arrives
 * @example
 * ```ts
 * const response = await getPhotoContent(client, {});
 * for await (const chunk of response.body ?? []) file.write(chunk);
 * ```
 */
export async function requestContent(
  client: GraphClient,
  operation: Operation,
  options: OperationOptions,
): Promise<ContentResponse> {
  const sent = toRequest(client, operation, options, "*/*");
  const link = linkSignal(options.signal);
  const timeout = options.timeout ?? client.timeout ?? Infinity;
  try {
    const response = await client.send({ ...sent, signal: link.signal, stream: true });
    return streamBody(operation.name, await expectSuccess(operation.name, response), link, timeout);
  } catch (error) {
    link.release();
    throw error;
  }
}

/**
 * Calls an operation with some URLs that return JSON and some that return bytes.
 *
 * @param client sends the request
 * @param operation operation to call
 * @param options path values, query, headers and body of the call
 * @returns the parsed response, or for a URL that returns bytes, a response whose body is an unread stream
 * @throws GraphError if the service responds with an error
 * @throws RequestError if the call is invalid or no valid response arrives
 */
export async function requestByRoute<T>(
  client: GraphClient,
  operation: Operation,
  options: OperationOptions,
): Promise<T | ContentResponse> {
  const isContent = chooseRoute(operation, options).content === true;
  return isContent
    ? await requestContent(client, operation, options)
    : await request<T>(client, operation, options);
}

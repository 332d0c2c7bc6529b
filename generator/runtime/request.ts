import type { ClientRequest, GraphClient } from "./client.ts";
import type { ContentResponse } from "./options.ts";
import { GraphError } from "./error.ts";
import { chooseRoute, type Operation, type OperationOptions } from "./operation.ts";
import { buildUrl } from "./url.ts";

function toHeaders(options: OperationOptions, defaults: Readonly<Record<string, string>>): Headers {
  const headers = new Headers(defaults);
  for (const [name, value] of Object.entries(options.headers ?? {})) if (value !== undefined) headers.set(name, value);
  return headers;
}

function isContent(body: unknown): body is NonNullable<ClientRequest["body"]> {
  return (
    typeof body === "string" ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body) ||
    body instanceof Blob ||
    body instanceof ReadableStream ||
    body instanceof FormData ||
    body instanceof URLSearchParams
  );
}

function toContent(operation: Operation, body: unknown): NonNullable<ClientRequest["body"]> {
  if (operation.content === undefined) return JSON.stringify(body);
  if (isContent(body)) return body;
  throw new TypeError(`${operation.name}: Unexpected body, expected text, bytes, a stream or a form`);
}

/** The platform names the content type of these, a form's boundary with it. */
function namesItsType(body: unknown): boolean {
  return body instanceof FormData || body instanceof URLSearchParams || (body instanceof Blob && body.type !== "");
}

function toRequest(operation: Operation, options: OperationOptions, accept: string): ClientRequest {
  const { method, url } = buildUrl(operation, options);
  const { body, signal } = options;
  if (body === undefined) return { method, url, headers: toHeaders(options, { accept }), signal };
  const type = operation.content ?? "application/json";
  const headers = toHeaders(options, namesItsType(body) ? { accept } : { accept, "content-type": type });
  return { method, url, headers, body: toContent(operation, body), signal };
}

/**
 * Turns an answer that is an error into an exception.
 *
 * @throws GraphError for a status of 400 and above
 */
export async function expectSuccess(operation: string, response: Response): Promise<Response> {
  if (response.ok) return response;
  const { status, statusText, headers } = response;
  throw new GraphError({ operation, status, statusText, headers, text: await response.text() });
}

/**
 * Reads a JSON answer. That it has the documented type is the documentation's word: nothing is checked, renamed, cut
 * or dropped. An empty answer is undefined.
 *
 * @throws SyntaxError when the answer is not JSON
 */
export async function readJson<T>(response: Response): Promise<T> {
  const text = await response.text();
  // The documentation's word for the type is all there is at this point; it stays in this one line.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return
  return text === "" ? JSON.parse("null", () => undefined) : JSON.parse(text);
}

/**
 * Calls an operation that answers with JSON or with nothing.
 *
 * @returns the parsed answer; undefined where it is empty
 * @throws GraphError when the service answers with an error
 * @throws TypeError when the path keys fit no documented URL
 */
export async function request<T>(client: GraphClient, operation: Operation, options: OperationOptions): Promise<T> {
  const response = await client.send(toRequest(operation, options, "application/json"));
  return await readJson<T>(await expectSuccess(operation.name, response));
}

/**
 * Calls an operation that answers with plain text.
 *
 * @throws GraphError when the service answers with an error
 */
export async function requestText(
  client: GraphClient,
  operation: Operation,
  options: OperationOptions,
): Promise<string> {
  const response = await client.send(toRequest(operation, options, "text/plain, */*"));
  return await (await expectSuccess(operation.name, response)).text();
}

/**
 * Calls an operation that answers with bytes.
 *
 * @returns the response, its body not yet read
 * @throws GraphError when the service answers with an error
 */
export async function requestContent(
  client: GraphClient,
  operation: Operation,
  options: OperationOptions,
): Promise<ContentResponse> {
  const response = await client.send(toRequest(operation, options, "*/*"));
  return await expectSuccess(operation.name, response);
}

/**
 * Calls an operation of which some URLs answer with JSON and some with bytes.
 *
 * @returns the parsed answer, or the response of a URL that gives content, its body not yet read
 * @throws GraphError when the service answers with an error
 * @throws TypeError when the path keys fit no documented URL
 */
export async function requestByRoute<T>(
  client: GraphClient,
  operation: Operation,
  options: OperationOptions,
): Promise<T | ContentResponse> {
  const isContent = chooseRoute(operation, options).content === true;
  return isContent ? await requestContent(client, operation, options) : await request<T>(client, operation, options);
}

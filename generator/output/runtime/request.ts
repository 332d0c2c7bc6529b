import { toBody, typeOfBody } from "./body.ts";
import type { ClientRequest, GraphClient } from "./graph-client.ts";
import { GraphError, RequestError } from "./error.ts";
import { chooseRoute, type Operation, type OperationOptions } from "./operation.ts";
import type { ContentResponse } from "./options.ts";
import { buildUrl } from "./url.ts";

function toHeaders(operation: Operation, options: OperationOptions, accept: string): Headers {
  const type = options.body === undefined ? undefined : typeOfBody(operation, options.body);
  const headers = new Headers(type === undefined ? { accept } : { accept, "content-type": type });
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value === undefined) continue;
    try {
      headers.set(name, value);
    } catch {
      // The platform's message would show the value.
      throw new RequestError(
        operation.name,
        "argument",
        `Unexpected header ${name}, expected text without line breaks`,
      );
    }
  }
  return headers;
}

function toRequest(operation: Operation, options: OperationOptions, accept: string): ClientRequest {
  const { signal, timeout, retry } = options;
  return {
    operation: operation.name,
    ...buildUrl(operation, options),
    headers: toHeaders(operation, options, accept),
    body: options.body === undefined ? undefined : toBody(operation, options.body),
    signal,
    timeout,
    retry,
  };
}

/**
 * Turns an answer that is an error into an exception.
 *
 * @throws GraphError for a status of 400 and above, and for a redirect that was not followed
 */
async function expectSuccess({ name }: Operation, response: Response): Promise<Response> {
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
 * Reads a JSON answer. That it has the documented type is the documentation's word: nothing is checked, renamed, cut
 * or dropped. An empty answer is undefined.
 */
async function readJson<T>({ name }: Operation, response: Response): Promise<T> {
  const text = await response.text();
  try {
    // The documentation's word for the type is all there is at this point; it stays in this one line.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    return text === "" ? JSON.parse("null", () => undefined) : JSON.parse(text);
  } catch (error) {
    const found = `${response.headers.get("content-type") ?? "content"} of ${text.length} characters`;
    const message = `Unexpected ${found}, expected whole JSON: the answer was cut, or is not the service's`;
    throw new RequestError(name, "response", message, error);
  }
}

/**
 * Calls an operation that answers with JSON or with nothing. Request functions are made of it; an operation that has
 * none is called the same way.
 *
 * @returns the parsed answer; undefined where it is empty
 * @throws GraphError when the service answers with an error
 * @throws RequestError when the call is wrong, or brings no answer
 * @example
 * ```ts
 * const ping = { name: "ping", routes: [{ method: "POST", path: "/sites/{siteId}/ping" }] };
 * await request<void>(client, ping, { path: { siteId: "root" }, body: {} });
 * ```
 */
export async function request<T>(
  client: GraphClient,
  operation: Operation,
  options: OperationOptions,
): Promise<T> {
  const response = await client.send(toRequest(operation, options, "application/json"));
  return await readJson<T>(operation, await expectSuccess(operation, response));
}

/**
 * Calls an operation that answers with plain text.
 *
 * @throws GraphError when the service answers with an error
 * @throws RequestError when the call is wrong, or brings no answer
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
  const response = await client.send(toRequest(operation, options, "text/plain, */*"));
  return await (await expectSuccess(operation, response)).text();
}

/**
 * Calls an operation that answers with bytes.
 *
 * @returns the response, its body a stream that is not yet read
 * @throws GraphError when the service answers with an error
 * @throws RequestError when the call is wrong, or brings no answer
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
  const response = await client.send({ ...toRequest(operation, options, "*/*"), stream: true });
  return await expectSuccess(operation, response);
}

/**
 * Calls an operation of which some URLs answer with JSON and some with bytes.
 *
 * @returns the parsed answer, or the response of a URL that gives content, its body a stream that is not yet read
 * @throws GraphError when the service answers with an error
 * @throws RequestError when the call is wrong, or brings no answer
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

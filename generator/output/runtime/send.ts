import { abortError, delay, untilAborted } from "./abort.ts";
import type { ClientOptions, ClientRequest } from "./graph-client.ts";
import { RequestError } from "./error.ts";
import { exchange, isStream } from "./exchange.ts";
import type { HookRequest, Hooks, RetryEvent } from "./hooks.ts";
import type { Answer } from "./redirect.ts";
import { checkLimits, retryDelay, retryOptions, type RetryOptions } from "./retry.ts";
import { setHeader } from "./set-header.ts";
import type { TokenDemand, TokenStore } from "./token.ts";

/** Settings of a client, with their defaults. */
export interface Sender extends ClientOptions {
  readonly baseUrl: string;
  readonly timeout: number;
  readonly hooks: readonly Hooks[];
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenStore | undefined;
}

/** A request together with the client that sends it. */
interface Sending {
  readonly sender: Sender;
  readonly request: ClientRequest;
  readonly operation: string;
  readonly url: string;
  /** Headers of each attempt, before hooks change them. */
  readonly headers: Headers;
  readonly timeout: number;
  readonly maxResponseSize: number;
  readonly retry: RetryOptions;
  /** Whether the URL has the origin of the base URL, and may receive the token. */
  readonly isHome: boolean;
}

function place(sender: Sender, request: ClientRequest): Sending {
  const { operation = request.method } = request;
  const text = request.url.startsWith("/") ? sender.baseUrl + request.url : request.url;
  if (!URL.canParse(text))
    throw new RequestError(
      operation,
      "argument",
      "Unexpected URL, expected a path or absolute URL",
    );
  const url = new URL(text);
  const isHome = request.token !== false && url.origin === new URL(sender.baseUrl).origin;
  const headers = new Headers(request.headers);
  if (isHome && sender.clientRequestId !== undefined && !headers.has("client-request-id"))
    setHeader(operation, headers, "client-request-id", sender.clientRequestId());
  const timeout = request.timeout ?? sender.timeout;
  const { maxResponseSize = 256e6 } = sender;
  const retry = retryOptions(request.retry ?? sender.retry ?? {});
  checkLimits(operation, retry, { timeout, maxResponseSize });
  return {
    sender,
    request,
    operation,
    url: url.href,
    headers,
    timeout,
    maxResponseSize,
    retry,
    isHome,
  };
}

async function readToken({ operation, request }: Sending, token: Promise<string>): Promise<string> {
  const { signal } = request;
  try {
    return await token;
  } catch (error) {
    if (signal?.aborted === true) throw abortError(operation, signal);
    const reason = error instanceof Error ? error.message : "";
    throw new RequestError(
      operation,
      "token",
      `The credential of the client provided no usable token: ${reason}`,
      error,
    );
  }
}

/** Sends a request once. Only `fetch` receives the token; hooks do not. */
async function sendOnce(
  sending: Sending,
  attempt: number,
  token: string | undefined,
): Promise<Answer> {
  const { sender, request, operation, url, isHome } = sending;
  const headers = new Headers(sending.headers);
  const own = headers.get("authorization");
  headers.delete("authorization");
  const shown: HookRequest = { operation, method: request.method, url, headers, attempt };
  for (const hooks of sender.hooks)
    await untilAborted(request.signal, hooks.beforeRequest?.(shown), operation);
  const sent = new Headers(headers);
  const authorization =
    token === undefined ? (own ?? sent.get("authorization")) : `Bearer ${token}`;
  sent.delete("authorization");
  if (isHome && authorization !== null) sent.set("authorization", authorization);
  const answer = await exchange({ ...sending, fetch: sender.fetch, headers: sent });
  let { response } = answer;
  for (const hooks of sender.hooks) {
    const given = await untilAborted(
      request.signal,
      hooks.afterResponse?.(response, shown),
      operation,
    );
    if (given instanceof Response) response = given;
  }
  return { ...answer, response };
}

/**
 * Reads the claims that a 401 response requires of the next token, for example after a change of the user's rights.
 * Claims that are not JSON in base64 are ignored, so that the response itself reaches the caller.
 */
function readDemand(response: Response): TokenDemand {
  const claims = /claims="([\w+/=-]+)"/.exec(response.headers.get("www-authenticate") ?? "")?.[1];
  if (claims === undefined) return {};
  try {
    const text = atob(claims.replaceAll("-", "+").replaceAll("_", "/"));
    JSON.parse(text);
    return { claims: text };
  } catch {
    return {};
  }
}

/**
 * Sends a request with a token. Renews a token once if the service rejects it, unless the body is a stream. A redirect
 * may lead to another origin, which has not received the token and cannot reject it.
 */
async function sendWithToken(sending: Sending, attempt: number): Promise<Response> {
  const { sender, request, isHome } = sending;
  const { tokens } = sender;
  if (!isHome || tokens === undefined)
    return (await sendOnce(sending, attempt, undefined)).response;
  const { signal } = request;
  const token = await readToken(sending, tokens.current(signal));
  const { response, url } = await sendOnce(sending, attempt, token);
  const isRejected = response.status === 401 && new URL(url).origin === new URL(sending.url).origin;
  if (!isRejected || isStream(request.body)) return response;
  const renewed = await readToken(sending, tokens.renew(token, readDemand(response), signal));
  return renewed === token ? response : (await sendOnce(sending, attempt, renewed)).response;
}

function networkFailure(error: unknown): RequestError {
  if (error instanceof RequestError && error.kind === "network") return error;
  throw error;
}

/** Checks whether the hooks allow a retry. */
async function isAllowed({ sender, request }: Sending, event: RetryEvent): Promise<boolean> {
  for (const hooks of sender.hooks) {
    const given = hooks.beforeRetry?.(event);
    if ((await untilAborted(request.signal, given, event.operation)) === false) return false;
  }
  return true;
}

/**
 * Sends a request, and retries it as the options allow.
 *
 * @param sender settings of the client
 * @param request request to send
 * @returns the last response, whatever its status
 * @throws RequestError if no response arrives, the URL is not valid, or there is no token
 */
export async function sendWithRetries(sender: Sender, request: ClientRequest): Promise<Response> {
  const sending = place(sender, request);
  const { operation, url, retry } = sending;
  const { method, signal } = request;
  if (signal?.aborted === true) throw abortError(operation, signal);
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await sendWithToken(sending, attempt).catch(networkFailure);
    const response = outcome instanceof RequestError ? undefined : outcome;
    const wait = isStream(request.body) ? null : retryDelay({ method, attempt, response }, retry);
    const event = { operation, method, url, attempt, delay: wait ?? 0, response };
    if (wait !== null && (await isAllowed(sending, event))) await delay(wait, operation, signal);
    else if (outcome instanceof RequestError) throw outcome;
    else return outcome;
  }
}

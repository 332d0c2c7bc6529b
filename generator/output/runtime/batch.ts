import { abortError, onAbort, timeoutMessage, untilAborted } from "./abort.ts";
import { writeRequest, type BatchItem } from "./batch-item.ts";
import { runBatch, type BatchOptions } from "./batch-run.ts";
import type { ClientRequest, GraphClient } from "./graph-client.ts";
import { RequestError } from "./error.ts";
import type { JsonFormat } from "./json-format.ts";
import { LONGEST_TIMER } from "./number-option.ts";
import { checkLimits, retryOptions } from "./retry.ts";

/** The calls of a batch: promises returned by request functions, in an object or an array. */
export type BatchCalls =
  readonly Promise<unknown>[] | [] | Readonly<Record<string, Promise<unknown>>>;

interface State {
  readonly items: BatchItem[];
  /** Resolves when the calls are sent, which never happens if making them fails. */
  readonly sent: Promise<void>;
  isSent: boolean;
}

/** A client that collects the requests of request functions into a batch. */
export class BatchStep implements GraphClient {
  readonly baseUrl: string;
  readonly json: JsonFormat | undefined;
  readonly #state: State;
  readonly #after: readonly BatchStep[];
  readonly #items: BatchItem[] = [];

  constructor(
    { baseUrl, json }: Pick<GraphClient, "baseUrl" | "json">,
    state: State,
    after: readonly BatchStep[],
  ) {
    this.baseUrl = baseUrl;
    this.json = json;
    this.#state = state;
    this.#after = after;
  }

  /**
   * Creates a step of the same batch. Its requests run only after the requests of other steps have succeeded.
   *
   * @param after steps to wait for, with the requests that they contain when a request is added to the new step
   * @returns a client for the requests of the new step
   * @throws RequestError if a step belongs to another batch
   */
  step(...after: readonly BatchStep[]): BatchStep {
    if (after.some((other) => other.#state !== this.#state))
      throw new RequestError(
        "batch",
        "argument",
        "Unexpected step of another batch, expected a step of the same batch",
      );
    return new BatchStep(this, this.#state, after);
  }

  /**
   * Adds a request to the batch.
   *
   * @param request request to add
   * @returns the response to this request
   * @throws RequestError if the batch has already been sent
   */
  async send(request: ClientRequest): Promise<Response> {
    const { operation = request.method, signal, timeout = Infinity } = request;
    checkLimits(operation, retryOptions(request.retry ?? {}), { timeout });
    if (this.#state.isSent)
      throw new RequestError(
        operation,
        "argument",
        "Unexpected call after the batch was sent, expected it before the callback returns",
      );
    const controller = new AbortController();
    const limit = controller.signal;
    const abort = (): void => {
      controller.abort();
    };
    const response = this.#add(operation, request, limit);
    // Without anybody who waits for the call, its failure would end the process.
    await this.#state.sent;
    const timer = timeout <= LONGEST_TIMER ? setTimeout(abort, timeout) : undefined;
    try {
      return await untilAborted(limit, untilAborted(signal, response));
    } catch (error) {
      if (signal?.aborted === true) throw abortError(operation, signal);
      if (limit.aborted) throw new RequestError(operation, "timeout", timeoutMessage(timeout));
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #add(operation: string, request: ClientRequest, limit: AbortSignal): Promise<Response> {
    return new Promise((resolve, reject) => {
      const id = String(this.#state.items.length + 1);
      const written = writeRequest(this, id, operation, request);
      // A failure is reported when the request is sent; until then it must not count as unhandled.
      written.catch(() => undefined);
      const after = this.#after.flatMap((step) => step.#items);
      const item = {
        id,
        operation,
        request,
        limit,
        written,
        after,
        attempt: 0,
        succeeded: undefined,
        resolve,
        reject,
      };
      this.#items.push(item);
      this.#state.items.push(item);
    });
  }
}

async function send(
  client: GraphClient,
  build: (batch: BatchStep) => BatchCalls,
  options: BatchOptions | undefined,
): Promise<BatchCalls> {
  let markSent = (): void => undefined;
  const sent = new Promise<void>((resolve) => (markSent = resolve));
  const state: State = { items: [], sent, isSent: false };
  const calls = build(new BatchStep(client, state, []));
  const settled = Promise.allSettled(Object.values(calls));
  state.isSent = true;
  markSent();
  await untilSettled(settled, options?.signal, (signal) =>
    runBatch(client, state.items, { ...options, signal }),
  );
  return calls;
}

/** Stops the work as soon as every call has settled, as each call can time out or be aborted individually. */
async function untilSettled(
  settled: Promise<unknown>,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(signal?.reason);
  };
  const release = onAbort(signal, abort);
  const done = work(controller.signal);
  await Promise.race([settled, done]);
  abort();
  release();
  await done;
  await settled;
}

function likeCalls(calls: BatchCalls, results: readonly unknown[]): unknown {
  return Array.isArray(calls)
    ? results
    : Object.fromEntries(Object.keys(calls).map((key, index) => [key, results[index]]));
}

/**
 * Sends several calls in one request. The service accepts 20 calls in a batch; more calls are sent in several batches,
 * one after the other. Throttled calls are sent again after the delay that the service requests.
 *
 * @param client sends the batches
 * @param build makes all calls with the client that it receives, before it returns
 * @param options options of the batches; by default, those of the client
 * @returns the results, under the same names or in the same order as the calls
 * @throws the error of the first failed call, once all calls have settled; {@link batchSettled} returns every error
 * @example
 * ```ts
 * const { me, messages } = await batch(client, (b) => ({
 *   me: getUser(b, {}),
 *   messages: listMessages(b, { query: { $top: 5 } }),
 * }));
 * ```
 * @example A call that waits for another call
 * ```ts
 * await batch(client, (b) => {
 *   const first = b.step();
 *   return [createFolder(first, { body }), listFolders(b.step(first), {})];
 * });
 * ```
 */
export async function batch<Calls extends BatchCalls>(
  client: GraphClient,
  build: (batch: BatchStep) => Calls,
  options?: BatchOptions,
): Promise<{ -readonly [Name in keyof Calls]: Awaited<Calls[Name]> }>;
export async function batch(
  client: GraphClient,
  build: (batch: BatchStep) => BatchCalls,
  options?: BatchOptions,
): Promise<unknown> {
  const calls = await send(client, build, options);
  return likeCalls(calls, await Promise.all(Object.values(calls)));
}

/**
 * Sends several calls in one request, like {@link batch}, and returns the outcome of each call, like
 * `Promise.allSettled`.
 *
 * @param client sends the batches
 * @param build makes all calls with the client that it receives, before it returns
 * @param options options of the batches; by default, those of the client
 * @returns the outcomes, under the same names or in the same order as the calls
 * @example
 * ```ts
 * const users = await batchSettled(client, (b) => ids.map((userId) => getUser(b, { path: { userId } })));
 * for (const user of users) if (user.status === "rejected") console.warn(user.reason);
 * ```
 */
export async function batchSettled<Calls extends BatchCalls>(
  client: GraphClient,
  build: (batch: BatchStep) => Calls,
  options?: BatchOptions,
): Promise<{ -readonly [Name in keyof Calls]: PromiseSettledResult<Awaited<Calls[Name]>> }>;
export async function batchSettled(
  client: GraphClient,
  build: (batch: BatchStep) => BatchCalls,
  options?: BatchOptions,
): Promise<unknown> {
  const calls = await send(client, build, options);
  return likeCalls(calls, await Promise.allSettled(Object.values(calls)));
}

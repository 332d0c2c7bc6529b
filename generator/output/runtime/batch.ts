import { abortError, timeoutError, untilAborted } from "./abort.ts";
import { writeRequest, type BatchItem } from "./batch-item.ts";
import { runBatch, type BatchOptions } from "./batch-run.ts";
import type { ClientRequest, GraphClient } from "./graph-client.ts";
import { RequestError } from "./error.ts";

/** Calls of a batch: the promises of request functions, as an object or a list. */
export type BatchCalls =
  readonly Promise<unknown>[] | [] | Readonly<Record<string, Promise<unknown>>>;

interface State {
  readonly items: BatchItem[];
  isSent: boolean;
}

/** A client that puts the requests of its request functions into a batch. */
export class BatchStep implements GraphClient {
  readonly baseUrl: string;
  readonly #state: State;
  readonly #after: readonly BatchStep[];
  readonly #items: BatchItem[] = [];

  constructor(baseUrl: string, state: State, after: readonly BatchStep[]) {
    this.baseUrl = baseUrl;
    this.#state = state;
    this.#after = after;
  }

  /**
   * Makes a step of the same batch, whose requests are run only when those of other steps have succeeded.
   *
   * @param after these steps, with the requests that they have by then
   * @throws RequestError for a step of another batch
   */
  step(...after: readonly BatchStep[]): BatchStep {
    if (after.some((other) => other.#state !== this.#state))
      throw new RequestError(
        "batch",
        "argument",
        "Unexpected step of another batch, expected one of the same",
      );
    return new BatchStep(this.baseUrl, this.#state, after);
  }

  /**
   * Puts a request into the batch.
   *
   * @throws RequestError when the batch is on its way
   */
  async send(request: ClientRequest): Promise<Response> {
    const { operation = request.method, signal, timeout = Infinity } = request;
    if (this.#state.isSent)
      throw new RequestError(
        operation,
        "argument",
        "Unexpected call, expected it before the batch function returned",
      );
    const limit = timeout < 2 ** 31 ? AbortSignal.timeout(timeout) : undefined;
    try {
      return await untilAborted(limit, untilAborted(signal, this.#add(operation, request, limit)));
    } catch (error) {
      if (signal?.aborted === true) throw abortError(operation, signal);
      throw limit?.aborted === true ? timeoutError(operation, timeout) : error;
    }
  }

  #add(
    operation: string,
    request: ClientRequest,
    limit: AbortSignal | undefined,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      const id = String(this.#state.items.length + 1);
      const written = writeRequest(this.baseUrl, id, operation, request);
      // Whether it could be written is asked only when its turn comes.
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
  const state: State = { items: [], isSent: false };
  const calls = build(new BatchStep(client.baseUrl, state, []));
  const settled = Promise.allSettled(Object.values(calls));
  state.isSent = true;
  await untilSettled(settled, options?.signal, (signal) =>
    runBatch(client, state.items, { ...options, signal }),
  );
  return calls;
}

/** Does work for as long as somebody waits for what it settles: each call may have given up by itself. */
async function untilSettled(
  settled: Promise<unknown>,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(signal?.reason);
  };
  signal?.addEventListener("abort", abort);
  if (signal?.aborted === true) abort();
  const done = work(controller.signal);
  await Promise.race([settled, done]);
  abort();
  signal?.removeEventListener("abort", abort);
  await done;
  await settled;
}

function likeCalls(calls: BatchCalls, results: readonly unknown[]): unknown {
  return Array.isArray(calls)
    ? results
    : Object.fromEntries(Object.keys(calls).map((key, index) => [key, results[index]]));
}

/**
 * Sends the requests of several calls in one, as many as there are. Calls of which 20 fit into one batch are sent in
 * as many batches as it takes, one after the other; throttled ones are sent again when they may.
 *
 * @param client sends the batches
 * @param build makes the calls with the client that it is given, all before it returns
 * @param options of the batches; the client's by default
 * @returns the results under the names, or in the order, of the calls
 * @throws the error of the first call that failed, when all are done; {@link batchSettled} keeps them apart
 * @example
 * ```ts
 * const { me, messages } = await batch(client, (b) => ({
 *   me: getUser(b, {}),
 *   messages: listMessages(b, { query: { $top: 5 } }),
 * }));
 * ```
 * @example A call that waits for another
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
 * Does what {@link batch} does, and gives the outcome of each call, as `Promise.allSettled` has it.
 *
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

import { abortError, delay, timeoutError } from "./abort.ts";
import { readAnswers, toResponse, type BatchAnswer, type BatchItem } from "./batch-item.ts";
import type { GraphClient } from "./graph-client.ts";
import { RequestError } from "./error.ts";
import type { CallOptions } from "./options.ts";
import { retryDelay } from "./retry.ts";

/** What the service takes in one batch. */
const LIMIT = 20;

const FAILED_DEPENDENCY = 424;

/** How a batch is sent. */
export type BatchOptions = Pick<CallOptions, "signal" | "timeout" | "retry">;

function finish(item: BatchItem, response: Response): void {
  item.succeeded = response.ok;
  item.resolve(response);
}

function fail(item: BatchItem, reason: unknown): void {
  item.succeeded = false;
  item.reject(reason);
}

/** Does without the batch where the outcome is known: the caller aborted, the call's time is over, or a request of before failed. */
function finishEarly(item: BatchItem): void {
  const { operation, request, limit, after } = item;
  if (request.signal?.aborted === true) fail(item, abortError(operation, request.signal));
  else if (limit?.aborted === true) fail(item, timeoutError(operation, request.timeout));
  else if (after.some((other) => other.succeeded === false)) {
    const error = {
      code: "FailedDependency",
      message: "A request that this one depends on failed.",
    };
    finish(item, Response.json({ error }, { status: FAILED_DEPENDENCY }));
  }
}

/** The requests of the next batch, as it takes them. */
async function write(items: readonly BatchItem[]): Promise<readonly object[]> {
  const written: object[] = [];
  const sent = new Set<BatchItem>();
  for (const item of items) {
    finishEarly(item);
    if (item.succeeded !== undefined) continue;
    const dependsOn = item.after.filter((other) => sent.has(other)).map(({ id }) => id);
    try {
      written.push({ ...(await item.written), ...(dependsOn.length === 0 ? {} : { dependsOn }) });
      sent.add(item);
    } catch (error) {
      fail(item, error);
    }
  }
  return written;
}

async function send(
  client: GraphClient,
  requests: readonly object[],
  options: BatchOptions,
): Promise<Response> {
  const headers = new Headers({ accept: "application/json", "content-type": "application/json" });
  const body = JSON.stringify({ requests });
  return await client.send({
    ...options,
    operation: "batch",
    method: "POST",
    url: "/$batch",
    headers,
    body,
  });
}

async function read(response: Response): Promise<ReadonlyMap<string, BatchAnswer>> {
  try {
    return readAnswers(await response.json());
  } catch (error) {
    throw new RequestError("batch", "response", "Unexpected answer, expected whole JSON", error);
  }
}

/** Hands out the answers, but for those of requests that are to be sent again after some wait. */
function settle(
  items: readonly BatchItem[],
  answers: ReadonlyMap<string, BatchAnswer>,
  retry: NonNullable<BatchOptions["retry"]>,
): { readonly again: readonly BatchItem[]; readonly wait: number } {
  const again: BatchItem[] = [];
  let longest = 0;
  for (const item of items) {
    const answer = answers.get(item.id);
    if (answer === undefined) {
      fail(
        item,
        new RequestError(
          item.operation,
          "response",
          "Unexpected batch without an answer to this request",
        ),
      );
      continue;
    }
    item.attempt += 1;
    const { method, retry: own } = item.request;
    const wasHeld =
      answer.status === FAILED_DEPENDENCY && item.after.some((other) => again.includes(other));
    const outcome = { method, attempt: item.attempt, response: answer };
    const wait = wasHeld ? 0 : retryDelay(outcome, own ?? retry);
    if (wait === null) finish(item, toResponse(answer));
    else again.push(item);
    longest = Math.max(longest, wait ?? 0);
  }
  return { again, wait: longest };
}

async function run(
  client: GraphClient,
  items: readonly BatchItem[],
  options: BatchOptions,
): Promise<void> {
  let queue = items;
  while (queue.length > 0) {
    const chunk = queue.slice(0, LIMIT);
    queue = queue.slice(LIMIT);
    const requests = await write(chunk);
    if (requests.length === 0) continue;
    const response = await send(client, requests, options);
    const open = chunk.filter((item) => item.succeeded === undefined);
    if (!response.ok) {
      for (const item of [...open, ...queue]) finish(item, response.clone());
      return;
    }
    const { again, wait } = settle(open, await read(response), options.retry ?? client.retry ?? {});
    queue = [...again, ...queue];
    if (again.length > 0) await delay(wait, "batch", options.signal);
  }
}

/** Sends requests, as many batches as it takes, and settles each of them. */
export async function runBatch(
  client: GraphClient,
  items: readonly BatchItem[],
  options: BatchOptions,
): Promise<void> {
  try {
    await run(client, items, options);
  } catch (error) {
    const kind = error instanceof RequestError ? error.kind : "network";
    const reason = error instanceof Error ? error.message : "";
    for (const item of items)
      if (item.succeeded === undefined)
        fail(item, new RequestError(item.operation, kind, reason, error));
  }
}

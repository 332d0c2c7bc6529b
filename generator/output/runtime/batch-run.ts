import { abortError, delay, timeoutMessage } from "./abort.ts";
import { readResponses, toResponse, type BatchResponse, type BatchItem } from "./batch-item.ts";
import type { GraphClient } from "./graph-client.ts";
import { RequestError } from "./error.ts";
import type { JsonFormat } from "./json-format.ts";
import type { CallOptions } from "./options.ts";
import { retryDelay } from "./retry.ts";

/** The service accepts this many requests in one batch. */
const LIMIT = 20;

const FAILED_DEPENDENCY = 424;

/** Options for sending a batch. */
export type BatchOptions = Pick<CallOptions, "signal" | "timeout" | "retry">;

function finish(item: BatchItem, response: Response): void {
  item.succeeded = response.ok;
  item.resolve(response);
}

function fail(item: BatchItem, reason: unknown): void {
  item.succeeded = false;
  item.reject(reason);
}

/** Settles a request with its response. A body that is nested too deeply cannot be written again. */
function answer(item: BatchItem, response: BatchResponse, json: JsonFormat): void {
  try {
    finish(item, toResponse(response, json));
  } catch (error) {
    const message = "Unexpected response in a batch, expected one that can be read";
    fail(item, new RequestError(item.operation, "response", message, error));
  }
}

/** Settles a request without sending it if it was aborted, timed out, or depends on a failed request. */
function finishEarly(item: BatchItem): void {
  const { operation, request, limit, after } = item;
  if (request.signal?.aborted === true) fail(item, abortError(operation, request.signal));
  else if (limit.aborted)
    fail(item, new RequestError(operation, "timeout", timeoutMessage(request.timeout)));
  else if (after.some((other) => other.succeeded === false)) {
    const error = {
      code: "FailedDependency",
      message: "A request that this one depends on failed.",
    };
    finish(item, Response.json({ error }, { status: FAILED_DEPENDENCY }));
  }
}

/** Returns the requests of the next batch in the form that the service expects. */
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
  const body = (client.json ?? JSON).stringify({ requests });
  return await client.send({
    ...options,
    operation: "batch",
    method: "POST",
    url: "/$batch",
    headers,
    body,
  });
}

async function read(
  response: Response,
  json: JsonFormat,
): Promise<ReadonlyMap<string, BatchResponse>> {
  try {
    return readResponses(json.parse(await response.text()));
  } catch (error) {
    throw new RequestError(
      "batch",
      "response",
      "Unexpected response, expected complete JSON",
      error,
    );
  }
}

/** Settles each request with its response, except those that must be sent again after a delay. */
function settle(
  items: readonly BatchItem[],
  responses: ReadonlyMap<string, BatchResponse>,
  retry: NonNullable<BatchOptions["retry"]>,
  json: JsonFormat,
): { readonly again: readonly BatchItem[]; readonly wait: number } {
  const again: BatchItem[] = [];
  let longest = 0;
  for (const item of items) {
    const response = responses.get(item.id);
    if (response === undefined) {
      fail(
        item,
        new RequestError(
          item.operation,
          "response",
          "Unexpected batch without a response to this request",
        ),
      );
      continue;
    }
    item.attempt += 1;
    const { method, retry: own } = item.request;
    const wasHeld =
      response.status === FAILED_DEPENDENCY && item.after.some((other) => again.includes(other));
    const outcome = { method, attempt: item.attempt, response };
    const wait = wasHeld ? 0 : retryDelay(outcome, own ?? retry);
    if (wait === null) answer(item, response, json);
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
    const { json = JSON, retry = {} } = client;
    const responses = await read(response, json);
    const { again, wait } = settle(open, responses, options.retry ?? retry, json);
    queue = [...again, ...queue];
    if (again.length > 0) await delay(wait, "batch", options.signal);
  }
}

/**
 * Sends requests in as many batches as necessary and settles each of them.
 *
 * @param client sends the batches
 * @param items requests to send
 * @param options options of the batches
 */
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

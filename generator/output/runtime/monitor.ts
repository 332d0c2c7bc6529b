import { delay } from "./abort.ts";
import type { GraphClient } from "./graph-client.ts";
import { GraphError, RequestError } from "./error.ts";
import { resolveLink } from "./link.ts";
import { checkNumbers } from "./number-option.ts";
import type { CallOptions } from "./options.ts";
import { retryAfter } from "./retry-after.ts";

/** State of a long-running operation, as its monitor reports it. */
export interface MonitorState {
  /** For example `inProgress`, `completed` or `succeeded`. */
  status?: string;
  percentageComplete?: number;
  /** Identifier of the resource that the operation created. */
  resourceId?: string;
  /** URL of the resource that the operation created. */
  resourceLocation?: string;
  [name: string]: unknown;
}

/** Options for watching a monitor. */
export interface MonitorOptions {
  /** Milliseconds between two requests if the service specifies no delay, or 0; 2,000 by default. */
  readonly interval?: number | undefined;
  /** Maximum number of requests to the monitor; 10,000 by default, `Infinity` for no limit. */
  readonly maxPolls?: number | undefined;
  /** Stops watching. The operation itself continues. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each state and with the URL of the monitor, which {@link watchMonitor} accepts. */
  readonly onState?: ((state: MonitorState, url: string) => void) | undefined;
}

const NAME = "monitor";

function resolve(baseUrl: string, location: string): string {
  const url = resolveLink(baseUrl, location);
  // Some platforms also fetch files.
  if (/^https?:/i.test(url) && URL.canParse(url)) return url;
  throw new RequestError(
    NAME,
    "response",
    "Unexpected Location header, expected the URL of a monitor",
  );
}

function isState(value: unknown): value is MonitorState {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function readState(response: Response): Promise<MonitorState> {
  const { status, statusText, headers } = response;
  // A completed operation may redirect to the resource that it created. Browsers hide the target.
  if (response.type === "opaqueredirect") return { status: "completed" };
  const text = await response.text();
  const location = headers.get("location");
  if (status >= 300 && status < 400 && location !== null)
    return { status: "completed", resourceLocation: location };
  const fail = (state: unknown): GraphError =>
    new GraphError({ operation: NAME, status, statusText, headers, text, error: failureOf(state) });
  if (!response.ok) throw fail(undefined);
  const state: unknown = text === "" ? {} : parse(text);
  if (!isState(state))
    throw new RequestError(
      NAME,
      "response",
      "Unexpected response of the monitor, expected a JSON object",
    );
  if (/fail|cancel|error/i.test(statusOf(state))) throw fail(state);
  return state;
}

/** Returns the status, which some operations wrap in an object together with its description. */
function statusOf({ status }: { readonly status?: unknown }): string {
  const text = isState(status) ? status.state : status;
  return typeof text === "string" ? text : "";
}

const MESSAGES = [
  "message",
  "errorMessage",
  "description",
  "statusDescription",
  "statusDetail",
  "statusDetails",
  "completionReason",
];

/** Finds what the service writes about a failure: in an error, in a result, beside the status, or in the state itself. */
function failureOf(state: unknown): object | undefined {
  if (!isState(state)) return undefined;
  const { error, resultInfo, status } = state;
  const places = [error, resultInfo, status, state].filter(isState);
  const find = (names: readonly string[]): string | null => {
    const values = places.flatMap((place) => names.map((name) => place[name]));
    const found = values.find((value) => typeof value === "number" || isText(value));
    return found === undefined ? null : String(found);
  };
  return {
    ...(isState(error) ? error : {}),
    code: find(["code", "errorCode"]),
    message: isText(error) ? error : find(MESSAGES),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RequestError(
      NAME,
      "response",
      "Unexpected response of the monitor, expected complete JSON",
      error,
    );
  }
}

/** Checks whether the operation is done. An unknown state ends the watch, unless the HTTP status is 202. */
function isDone(response: Response, state: MonitorState): boolean {
  const status = statusOf(state);
  if (response.status === 202) return /compl|succe|skip/i.test(status);
  return !/start|progress|run|wait|pend|updat|queue|process/i.test(status);
}

/**
 * Watches a long-running operation until it is done. The URL of its monitor may be on another host, which does not
 * receive the token.
 *
 * @param client sends the requests
 * @param url URL of the monitor
 * @param options interval, limit, signal and a function that receives each state
 * @returns the last state
 * @throws GraphError if the operation fails
 * @throws RequestError if the response of the monitor is not valid, or the operation does not end
 * @example
 * ```ts
 * const state = await watchMonitor(client, savedUrl, { signal: AbortSignal.timeout(600_000) });
 * ```
 */
export async function watchMonitor(
  client: GraphClient,
  url: string,
  options: MonitorOptions = {},
): Promise<MonitorState> {
  const { interval = 2_000, maxPolls = 10_000, signal, onState } = options;
  checkNumbers(NAME, { interval, maxPolls });
  const headers = new Headers({ accept: "application/json" });
  const request = {
    operation: NAME,
    method: "GET",
    url: resolve(client.baseUrl, url),
    headers,
    signal,
  } as const;
  for (let polls = 0; polls < maxPolls; polls += 1) {
    const response = await client.send({ ...request, redirect: "manual" });
    const state = await readState(response);
    onState?.(state, request.url);
    if (isDone(response, state)) return state;
    const wait = retryAfter(response.headers) ?? 0;
    await delay(wait === 0 ? interval : wait, NAME, signal);
  }
  const message = `Unexpected state after ${maxPolls} requests, expected the end of the operation: watch its monitor again, or raise \`maxPolls\``;
  throw new RequestError(NAME, "response", message);
}

/**
 * Starts a long-running operation and watches it until it is done. The service responds to such an operation with
 * status 202 and the URL of a monitor in the header `Operation-Location` or `Location`. For an operation that runs in
 * this way only on request, pass the header `Prefer: respond-async`. If the service responds with another status, the
 * operation is already done.
 *
 * @param client sends the requests
 * @param start request function of the operation
 * @param options options of that function
 * @param watch interval, signal and a function that receives each state
 * @returns the last state
 * @throws GraphError if the operation fails
 * @throws RequestError if the response does not contain the URL of a monitor
 * @example
 * ```ts
 * const { resourceId } = await monitor(client, copyDriveItem, { path: { driveItemId }, body: { name: "copy.txt" } }, {
 *   onState: ({ percentageComplete }) => console.log(percentageComplete),
 *   signal: AbortSignal.timeout(600_000),
 * });
 * ```
 * @example An operation that runs in the background on request
 * ```ts
 * await monitor(client, createWorkbookSession, { path, body, headers: { Prefer: "respond-async" } });
 * ```
 */
export async function monitor<Options extends CallOptions | undefined>(
  client: GraphClient,
  start: (client: GraphClient, options: Options) => Promise<unknown>,
  options: NoInfer<Options>,
  watch: MonitorOptions = {},
): Promise<MonitorState> {
  const started = { operation: NAME, status: 0, monitor: "", location: "" };
  const listening: GraphClient = {
    ...client,
    async send(request) {
      const response = await client.send(request);
      started.operation = request.operation ?? NAME;
      started.status = response.status;
      started.monitor = response.headers.get("operation-location") ?? "";
      started.location = response.headers.get("location") ?? "";
      return response;
    },
  };
  await start(listening, options);
  const { operation, status, location } = started;
  const url = started.monitor || (status === 202 ? location : "");
  if (url !== "") return await watchMonitor(client, url, { signal: options?.signal, ...watch });
  if (status !== 202)
    return { status: "completed", ...(location === "" ? {} : { resourceLocation: location }) };
  throw new RequestError(
    operation,
    "response",
    "Unexpected response without a Location header, expected the URL of a monitor",
  );
}

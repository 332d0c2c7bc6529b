import { delay } from "./abort.ts";
import type { GraphClient } from "./graph-client.ts";
import { GraphError, RequestError } from "./error.ts";
import type { CallOptions } from "./options.ts";
import { retryAfter } from "./retry-after.ts";

/** How a long-running operation stands, as its monitor says. */
export interface MonitorState {
  /** E.g. `inProgress`, `completed`, `succeeded`. */
  status?: string;
  percentageComplete?: number;
  /** Identifier of what the operation made. */
  resourceId?: string;
  /** URL of what the operation made. */
  resourceLocation?: string;
  [name: string]: unknown;
}

/** How a monitor is watched. */
export interface MonitorOptions {
  /** Milliseconds between two looks where the service asks for none; 2,000 by default. */
  readonly interval?: number | undefined;
  /** Stops watching; the operation itself goes on. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each state, and with the URL that {@link watchMonitor} takes. */
  readonly onState?: ((state: MonitorState, url: string) => void) | undefined;
}

const NAME = "monitor";

/** A `Location` may be absolute, or relative to the version's root, or to the host. */
function resolve(baseUrl: string, location: string): string {
  const { pathname } = new URL(baseUrl);
  const isFromRoot = location.startsWith("/") && !location.startsWith("//");
  const text = isFromRoot && !location.startsWith(`${pathname}/`) ? baseUrl + location : location;
  if (URL.canParse(text, baseUrl)) return new URL(text, baseUrl).href;
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
  // An operation that is done may send to what it made. A browser does not say where.
  if (response.type === "opaqueredirect") return { status: "completed" };
  const text = await response.text();
  const location = headers.get("location");
  if (status >= 300 && status < 400 && location !== null)
    return { status: "completed", resourceLocation: location };
  const fail = (): GraphError =>
    new GraphError({ operation: NAME, status, statusText, headers, text });
  if (!response.ok) throw fail();
  const state: unknown = text === "" ? {} : parse(text);
  if (!isState(state))
    throw new RequestError(
      NAME,
      "response",
      "Unexpected answer of the monitor, expected a JSON object",
    );
  if (/fail|cancel|error/i.test(statusOf(state))) throw fail();
  return state;
}

function statusOf({ status }: MonitorState): string {
  return typeof status === "string" ? status : "";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RequestError(
      NAME,
      "response",
      "Unexpected answer of the monitor, expected whole JSON",
      error,
    );
  }
}

/** A state of an unknown name ends the watch, unless HTTP says that work goes on: the caller sees its name. */
function isDone(response: Response, state: MonitorState): boolean {
  const status = statusOf(state);
  if (response.status === 202) return /compl|succe|skip/i.test(status);
  return !/start|progress|run|wait|pend|updat|queue|process/i.test(status);
}

/**
 * Watches a long-running operation until it is done, by the URL of its monitor. That URL may be on another host; the
 * token does not go there.
 *
 * @returns the last state
 * @throws GraphError when the operation has failed; RequestError when its monitor gives no usable answer
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
  const { interval = 2_000, signal, onState } = options;
  const headers = new Headers({ accept: "application/json" });
  const request = {
    operation: NAME,
    method: "GET",
    url: resolve(client.baseUrl, url),
    headers,
    signal,
  } as const;
  for (;;) {
    const response = await client.send({ ...request, redirect: "manual" });
    const state = await readState(response);
    onState?.(state, request.url);
    if (isDone(response, state)) return state;
    await delay(retryAfter(response.headers) ?? interval, NAME, signal);
  }
}

/**
 * Starts a long-running operation, one that answers with 202 and the URL of its monitor, and watches it until it is done.
 *
 * @param client sends the requests
 * @param start request function of the operation
 * @param options options of that function
 * @param watch how it is watched
 * @returns the last state
 * @throws GraphError when the operation has failed; RequestError when its answer names no monitor
 * @example
 * ```ts
 * const { resourceId } = await monitor(client, copyDriveItem, { path: { driveItemId }, body: { name: "copy.txt" } }, {
 *   onState: ({ percentageComplete }) => console.log(percentageComplete),
 *   signal: AbortSignal.timeout(600_000),
 * });
 * ```
 */
export async function monitor<Options extends CallOptions | undefined>(
  client: GraphClient,
  start: (client: GraphClient, options: Options) => Promise<unknown>,
  options: NoInfer<Options>,
  watch: MonitorOptions = {},
): Promise<MonitorState> {
  const answer: { operation: string; location: string | null } = {
    operation: NAME,
    location: null,
  };
  const { baseUrl } = client;
  const listening: GraphClient = {
    baseUrl,
    async send(request) {
      const response = await client.send(request);
      answer.operation = request.operation ?? NAME;
      answer.location = response.headers.get("location");
      return response;
    },
  };
  await start(listening, options);
  const { operation, location } = answer;
  if (location === null)
    throw new RequestError(
      operation,
      "response",
      "Unexpected answer without Location header, expected a monitor's URL",
    );
  return await watchMonitor(client, location, { signal: options?.signal, ...watch });
}

import {
  batch,
  monitor,
  paginate,
  request,
  requestContent,
  requestVoid,
  upload,
  type CallOptions,
  type Collection,
  type GraphClient,
} from "../../generator/output/runtime/index.ts";
import type { Attempt, Reply } from "./faulty-service.ts";

/** One call of a kind: its number, and the options that it passes on. */
export interface FaultCall {
  readonly client: GraphClient;
  readonly id: number;
  readonly options: CallOptions;
}

interface Thing {
  readonly id: number;
}

const CONTENT = "0123456789";

function operation(method: string, path: string): { name: string; routes: { method: string; path: string }[] } {
  return { name: `${method} ${path}`, routes: [{ method, path }] };
}

async function call({ client, id, options }: FaultCall, method: string): Promise<unknown> {
  const body = ["GET", "DELETE"].includes(method) ? {} : { body: { id } };
  const sent = operation(method, `/things/${id}`);
  return await request<Thing | undefined>(client, sent, { ...options, ...body });
}

async function copy(client: GraphClient, options: CallOptions & { id: number }): Promise<void> {
  const { id, ...rest } = options;
  await requestVoid(client, operation("POST", `/things/${id}/copy`), { ...rest, body: {} });
}

async function list({ client, id, options }: FaultCall): Promise<unknown> {
  const page = (paged: GraphClient): Promise<Collection<number>> =>
    request<Collection<number>>(paged, operation("GET", `/things/${id}/list`), options);
  const items: number[] = [];
  for await (const item of paginate(client, page)) items.push(item);
  return items;
}

async function sendBatch({ client, id, options }: FaultCall): Promise<unknown> {
  const { signal } = options;
  const results = await batch(
    client,
    (b) => [1, 2, 3].map((part) => request<Thing>(b, operation("POST", `/things/${id}/${part}`), { body: {} })),
    { signal },
  );
  return results.map((part) => part.id);
}

async function uploadParts({ client, id, options }: FaultCall): Promise<unknown> {
  const session = await request<{ uploadUrl: string }>(client, operation("POST", `/things/${id}/session`), {
    ...options,
    body: {},
  });
  const { signal } = options;
  return await upload(client, session, new Blob([CONTENT]), { chunkSize: 4, signal });
}

/** Kinds of calls. */
export const KIND_NAMES = [
  "get",
  "post",
  "patch",
  "put",
  "delete",
  "download",
  "list",
  "batch",
  "monitor",
  "upload",
] as const;

export type Kind = (typeof KIND_NAMES)[number];

/** Makes a call of a kind, and returns what it has to return. */
type KindOfCall = readonly [make: (call: FaultCall) => Promise<unknown>, returns: (id: number) => unknown];

/** What the kinds of calls do. */
export const KINDS: Readonly<Record<Kind, KindOfCall>> = {
  get: [(given) => call(given, "GET"), (id) => ({ id })],
  post: [(given) => call(given, "POST"), (id) => ({ id })],
  patch: [(given) => call(given, "PATCH"), (id) => ({ id })],
  put: [(given) => call(given, "PUT"), (id) => ({ id })],
  delete: [(given) => call(given, "DELETE"), () => undefined],
  download: [
    async ({ client, id, options }) =>
      await (await requestContent(client, operation("GET", `/things/${id}/content`), options)).json(),
    (id) => ({ id }),
  ],
  list: [list, () => [1, 2, 3]],
  batch: [sendBatch, (id) => [1, 2, 3].map((part) => `/things/${id}/${part}`)],
  monitor: [
    ({ client, id, options }) => monitor(client, copy, { ...options, id }, { interval: 0 }),
    (id) => ({ status: "completed", resourceId: String(id) }),
  ],
  upload: [uploadParts, (id) => ({ id })],
};

/** How often each request of a batch was carried out, by its URL. */
export const carriedOut = new Map<string, number>();

/** Content of the upload sessions, by call. */
export const uploaded = new Map<string, string>();

function replyToBatch(body: string): Reply {
  const parts = [...body.matchAll(/"id":"(\d+)","method":"POST","url":"([^"]+)"/g)];
  const responses = parts.map(([, id = "", url = ""]) => {
    const count = carriedOut.get(url) ?? -1;
    const isThrottled = url.endsWith("/2") && count < 0;
    carriedOut.set(url, count < 0 ? (isThrottled ? 0 : 1) : count + 1);
    return isThrottled
      ? { id, status: 429, headers: { "Retry-After": "0" }, body: {} }
      : { id, status: 200, headers: { "Content-Type": "application/json" }, body: { id: url } };
  });
  return { body: { responses } };
}

function replyToUpload(id: string, { method, headers, body }: Attempt): Reply {
  const held = uploaded.get(id) ?? "";
  const state = (text: string): object => ({ nextExpectedRanges: [`${text.length}-`] });
  if (method === "GET") return { body: state(held) };
  const start = Number(/\d+/.exec(headers["content-range"] ?? "")?.[0]);
  if (start !== held.length) return { status: 416, body: { error: { code: "invalidRange", message: "No." } } };
  uploaded.set(id, held + body);
  const isWhole = held.length + body.length === CONTENT.length;
  return isWhole ? { status: 201, body: { id: Number(id) } } : { status: 202, body: state(held + body) };
}

/** Responds as documented on the host of the API. `other` is the origin of another host. */
export function replyAtHome({ method, url, body }: Attempt, other: string): Reply {
  if (url.endsWith("$batch")) return replyToBatch(body);
  const [, id = "", rest = ""] = /things\/(\d+)\/?(.*)/.exec(url) ?? [];
  const next = [`?page=2`, `/things/${id}/list?page=2`, `/v1.0/things/${id}/list?page=2`][Number(id) % 3];
  switch (rest) {
    case "content":
      return { status: 302, headers: { location: `${other}/file/things/${id}` } };
    case "list":
      return { body: { value: [1, 2], "@odata.nextLink": next } };
    case "list?page=2":
      return { body: { value: [3], "@odata.nextLink": Number(id) % 2 === 0 ? null : "" } };
    case "copy":
      return { status: 202, headers: { location: `${other}/monitor/things/${id}` } };
    case "session":
      return { body: { uploadUrl: `${other}/upload/things/${id}` } };
    default:
      return method === "DELETE" ? { status: 204 } : { body: { id: Number(id) } };
  }
}

/** Responds as documented on another host. */
export function replyElsewhere(attempt: Attempt): Reply {
  const [, place = "", id = ""] = /^\/(\w+)\/things\/(\d+)/.exec(attempt.url) ?? [];
  if (place === "upload") return replyToUpload(id, attempt);
  return { body: place === "monitor" ? { status: "completed", resourceId: id } : { id: Number(id) } };
}

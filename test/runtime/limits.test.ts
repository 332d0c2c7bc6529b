import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import {
  batch,
  cancelUpload,
  createClient,
  delta,
  monitor,
  paginate,
  request,
  requestContent,
  requestVoid,
  upload,
  watchMonitor,
  type CallOptions,
  type ClientOptions,
  type Collection,
  type GraphClient,
  type MonitorOptions,
  type PageOptions,
  type RequestOptions,
} from "../../generator/output/runtime/index.ts";
import { containing, reasonOf, useServices } from "../support/serve.ts";
import { json, type Answer, type Received } from "../support/service.ts";

const { serve, serveRaw } = useServices();

/** Makes one call with options. */
type Call = (client: GraphClient, options: RequestOptions) => Promise<unknown>;

const getThing: Call = (client, options) =>
  request(client, { name: "getThing", routes: [{ method: "GET", path: "/thing" }] }, options);

async function copyThing(client: GraphClient, options: CallOptions): Promise<void> {
  const operation = { name: "copyThing", routes: [{ method: "POST", path: "/copy" }] };
  await requestVoid(client, operation, { ...options, body: {} });
}

async function listThings(client: GraphClient, options: CallOptions = {}): Promise<Collection<number>> {
  const operation = { name: "listThings", routes: [{ method: "GET", path: "/things" }] };
  return await request<Collection<number>>(client, operation, options);
}

async function readAll(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const read: unknown[] = [];
  for await (const item of items) read.push(item);
  return read;
}

const watch =
  (options: MonitorOptions): Call =>
  (client, { signal }) =>
    watchMonitor(client, "/monitor", { ...options, signal });

const later = (text: string, status = 429): Answer => json({ status: "running" }, status, { "retry-after": text });
const patient: ClientOptions = { retry: { maxDelay: Infinity } };
const tooLong = (): number => 2 ** 31;

const waits: readonly (readonly [string, Answer, ClientOptions, Call])[] = [
  ["Retry-After of 25 days", later("2160000"), patient, getThing],
  ["Retry-After of 400 digits", later("9".repeat(400)), patient, getThing],
  ["Retry-After in the year 9999", later("Fri, 31 Dec 9999 23:59:59 GMT"), patient, getThing],
  ["a delay of Infinity", { status: 503 }, { retry: { maxDelay: Infinity, delay: () => Infinity } }, getThing],
  ["a delay of 2^31 ms", { status: 503 }, { retry: { maxDelay: Infinity, delay: tooLong } }, getThing],
  ["Retry-After of a monitor of 25 days", later("2160000", 202), {}, watch({})],
  ["Retry-After of a monitor of 400 digits", later("9".repeat(400), 202), {}, watch({})],
  ["Retry-After of a monitor of 0, and an interval", later("0", 202), {}, watch({ interval: 1e5 })],
  ["an interval of Infinity", json({}, 202), {}, watch({ interval: Infinity })],
  ["an interval of 2^31 ms", json({}, 202), {}, watch({ interval: 2 ** 31 })],
];

it.each(waits)("waits instead of sending again at once: %s", async (_, answer, options, call) => {
  const controller = new AbortController();
  const service = await serve(() => {
    setTimeout(() => {
      controller.abort();
    }, 30);
    return answer;
  });
  const client = createClient({ ...options, baseUrl: service.origin });
  expect(await reasonOf(call(client, { signal: controller.signal }))).toMatchObject({ kind: "abort" });
  expect(service.received.length).toBe(1);
});

const patience: readonly (readonly [string, ClientOptions])[] = [
  ["Infinity", { timeout: Infinity }],
  ["2^31 ms", { timeout: 2 ** 31 }],
];

it.each(patience)("does not end a call at once with a time-out of %s", async (_, options) => {
  const service = await serve(({ url }) =>
    url.endsWith("/$batch") ? json({ responses: [{ id: "1", status: 200, body: { ok: true } }] }) : json({ ok: true }),
  );
  const client = createClient({ ...options, baseUrl: service.origin });
  expect(await getThing(client, {})).toEqual({ ok: true });
  expect(await batch(client, (b) => [getThing(b, options)])).toEqual([{ ok: true }]);
});

const download: Call = (client, options) =>
  requestContent(client, { name: "getFile", routes: [{ method: "GET", path: "/file" }] }, options);
const send: Call = (client, options) => upload(client, "https://service.example/upload", new Blob(["a"]), options);
const cancel: Call = (client, options) => cancelUpload(client, "https://service.example/upload", options);
const batched: Call = (client, options) => batch(client, (b) => [getThing(b, options)]);
const ofBatch: Call = (client, options) => batch(client, (b) => [getThing(b, {})], options);
const monitored: Call = (client, options) => monitor(client, copyThing, options);

const calls: readonly (readonly [string, Call])[] = [
  ["a call", getThing],
  ["a download", download],
  ["an upload", send],
  ["the end of an upload", cancel],
  ["a call in a batch", batched],
  ["a batch", ofBatch],
  ["an operation with a monitor", monitored],
];

const numbers: readonly (readonly [string, RequestOptions])[] = [
  ["timeout NaN", { timeout: NaN }],
  ["timeout -1", { timeout: -1 }],
  ["retry NaN", { retry: NaN }],
  ["retry -1", { retry: { limit: -1 } }],
  ["maxDelay NaN", { retry: { maxDelay: NaN } }],
  ["maxDelay -5", { retry: { maxDelay: -5 } }],
];

it.each(calls)("refuses options that are not valid, by their names, and sends nothing: %s", async (_, call) => {
  const service = await serve(() => json({}));
  const client = createClient({ baseUrl: service.origin });
  for (const [what, options] of numbers)
    expect(await reasonOf(call(client, options)), what).toMatchObject({
      kind: "argument",
      message: containing(`: Unexpected ${what}, expected 0 or a positive number`),
    });
  expect(service.received).toEqual([]);
});

const listed =
  (options: PageOptions): Call =>
  (client, call) =>
    readAll(paginate(client, listThings, call, options));
const changed =
  (options: PageOptions): Call =>
  (client, call) =>
    readAll(delta(client, listThings, call, options));

const own: readonly (readonly [string, Call])[] = [
  ["interval NaN", watch({ interval: NaN })],
  ["interval -1", watch({ interval: -1 })],
  ["maxPolls NaN", watch({ maxPolls: NaN })],
  ["maxPolls -1", watch({ maxPolls: -1 })],
  ["maxPages NaN", async (client, options) => await listed({ maxPages: NaN })(client, options)],
  ["maxPages -1", async (client, options) => await changed({ maxPages: -1 })(client, options)],
  ["chunkSize NaN", (client) => upload(client, "https://service.example/", new Blob(["a"]), { chunkSize: NaN })],
  ["chunkSize 0", (client) => upload(client, "https://service.example/", new Blob(["a"]), { chunkSize: 0 })],
  ["chunkSize -1", (client) => upload(client, "https://service.example/", new Blob(["a"]), { chunkSize: -1 })],
];

it.each(own)("refuses %s", async (what, call) => {
  const service = await serve(() => json({}));
  const error = await reasonOf(call(createClient({ baseUrl: service.origin }), {}));
  expect(error).toMatchObject({ kind: "argument", message: containing(`Unexpected ${what}, expected`) });
  expect(service.received).toEqual([]);
});

it.each([NaN, -1])("refuses maxResponseSize %s of a client", async (maxResponseSize) => {
  const service = await serve(() => json({}));
  const error = await reasonOf(getThing(createClient({ baseUrl: service.origin, maxResponseSize }), {}));
  const message = `getThing: Unexpected maxResponseSize ${maxResponseSize}, expected 0 or a positive number`;
  expect(error).toMatchObject({ kind: "argument", message });
  expect(service.received).toEqual([]);
});

/** A service whose pages never end. Each is requested with another URL. */
const endless = ({ url }: Received): Answer =>
  json({ value: [1, 2], "@odata.nextLink": `${url.split("?")[0] ?? ""}?${url.length}-${url}` });

/** A service that discards the position of a delta query after each page. */
const forgetful = ({ url }: Received): Answer =>
  url.includes("?") ? json({}, 410) : json({ value: [1], "@odata.nextLink": `${url}?a` });

const running = (): Answer => json({ status: "running" });
const pageMessage =
  "listThings: Unexpected page after 3 pages, expected the end: continue from `resumeToken`, or raise `maxPages`";
const pollMessage = "Unexpected state after 3 requests, expected the end of the operation";

const ends: readonly (readonly [string, (request: Received) => Answer, Call, string, number])[] = [
  ["pages", endless, listed({ maxPages: 3 }), pageMessage, 3],
  ["pages of changes", endless, changed({ maxPages: 3 }), pageMessage, 3],
  ["positions that are gone", forgetful, changed({ maxPages: 3 }), pageMessage, 3],
  ["states", running, watch({ maxPolls: 3, interval: 0 }), pollMessage, 3],
  ["no page", endless, listed({ maxPages: 0 }), "Unexpected page after 0 pages", 0],
  ["no state", running, watch({ maxPolls: 0 }), "Unexpected state after 0 requests", 0],
];

it.each(ends)("ends an endless chain of %s with an error", async (_, answer, call, message, want) => {
  const service = await serve(answer);
  const client = createClient({ baseUrl: service.origin });
  expect(await reasonOf(call(client, {}))).toMatchObject({ kind: "response", message: containing(message) });
  expect(service.received.length).toBe(want);
});

it("continues after the last page that was allowed", async () => {
  const service = await serve(({ url }) =>
    json(url.includes("b") ? { value: [3] } : { value: [1, 2], "@odata.nextLink": "/b" }),
  );
  const client = createClient({ baseUrl: service.origin });
  const first = paginate(client, listThings, {}, { maxPages: 1 });
  expect(await reasonOf(readAll(first))).toMatchObject({ kind: "response" });
  expect(await readAll(paginate(client, listThings, {}, { resumeToken: first.resumeToken, maxPages: 1 }))).toEqual([3]);
});

const text = JSON.stringify({ text: "a".repeat(98) });
const zipped = { "content-encoding": "gzip" };

const sizes: readonly (readonly [string, ClientOptions, string | Uint8Array, object, "accepted" | "refused"])[] = [
  ["of exactly the limit", { maxResponseSize: text.length }, text, {}, "accepted"],
  ["with one byte more", { maxResponseSize: text.length - 1 }, text, {}, "refused"],
  ["that is too large after decompression", { maxResponseSize: 90 }, gzipSync(text), zipped, "refused"],
  ["without a limit", { maxResponseSize: Infinity }, text, {}, "accepted"],
  ["with the default limit", {}, text, {}, "accepted"],
];

it.each(sizes)("response %s is %s", async (...[, options, body, headers, want]) => {
  for (const status of [200, 500]) {
    const origin = await serveRaw((_, outgoing) => outgoing.writeHead(status, { ...headers }).end(body));
    const call = getThing(createClient({ ...options, baseUrl: origin }), {});
    const size = String(options.maxResponseSize);
    const message = `getThing: Unexpected response over ${size} bytes: raise \`maxResponseSize\``;
    if (want === "refused") expect(await reasonOf(call)).toMatchObject({ kind: "response", message });
    else if (status === 200) expect(JSON.stringify(await call)).toBe(text);
    else expect(await reasonOf(call)).toMatchObject({ kind: "service", status });
  }
});

it("stops reading a response that never ends, and closes its connection", async () => {
  let isClosed = false;
  const origin = await serveRaw((_, outgoing) => {
    const timer = setInterval(() => outgoing.write("a".repeat(1000)), 1);
    outgoing.on("close", () => {
      clearInterval(timer);
      isClosed = true;
    });
  });
  const client = createClient({ baseUrl: origin, maxResponseSize: 10_000, timeout: Infinity });
  expect(await reasonOf(getThing(client, {}))).toMatchObject({ kind: "response" });
  await expect.poll(() => isClosed).toBe(true);
});

it("limits the size of no download", async () => {
  const service = await serve(() => ({ body: text }));
  const client = createClient({ baseUrl: service.origin, maxResponseSize: 1 });
  const response = await requestContent(client, { name: "getFile", routes: [{ method: "GET", path: "/file" }] }, {});
  expect(await response.text()).toBe(text);
});

it("ends a download of which no more arrives, after the time-out of the client or the call", async () => {
  const origin = await serveRaw((_, outgoing) => outgoing.write("first"));
  const getFile = { name: "getFile", routes: [{ method: "GET", path: "/file" }] };
  const read = async (timeout: number, own?: number): Promise<string> => {
    const client = createClient({ baseUrl: origin, timeout, retry: 0 });
    return await (await requestContent(client, getFile, { timeout: own })).text();
  };
  const message = "getFile: No more of the body within 1000 ms: try again, or raise `timeout`";
  const errors = await Promise.all([reasonOf(read(1000)), reasonOf(read(60_000, 1000))]);
  for (const error of errors) expect(error).toMatchObject({ kind: "timeout", message });
});

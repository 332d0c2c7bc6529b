import { expect, it } from "vitest";
import {
  batch,
  cancelUpload,
  createClient,
  monitor,
  request,
  requestContent,
  requestVoid,
  upload,
  watchMonitor,
  type CallOptions,
  type ClientOptions,
  type GraphClient,
  type MonitorOptions,
  type RequestOptions,
} from "../../generator/output/runtime/index.ts";
import { containing, reasonOf, useServices } from "../support/serve.ts";
import { json, type Answer } from "../support/service.ts";

const { serve } = useServices();

/** Makes one call with options. */
type Call = (client: GraphClient, options: RequestOptions) => Promise<unknown>;

const getThing: Call = (client, options) =>
  request(client, { name: "getThing", routes: [{ method: "GET", path: "/thing" }] }, options);

async function copyThing(client: GraphClient, options: CallOptions): Promise<void> {
  const operation = { name: "copyThing", routes: [{ method: "POST", path: "/copy" }] };
  await requestVoid(client, operation, { ...options, body: {} });
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

const own: readonly (readonly [string, Call])[] = [
  ["interval NaN", watch({ interval: NaN })],
  ["interval -1", watch({ interval: -1 })],
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

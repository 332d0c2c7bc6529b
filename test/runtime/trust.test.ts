import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import {
  batch,
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
  type RequestOptions,
} from "../../generator/output/runtime/index.ts";
import { containing, reasonOf, useServices } from "../support/serve.ts";
import { json, type Answer } from "../support/service.ts";

const { serve } = useServices();

/** Makes one call with options. */
type Call = (client: GraphClient, options: RequestOptions) => Promise<unknown>;

const getThing: Call = (client, options) =>
  request(client, { name: "getThing", routes: [{ method: "GET", path: "/thing" }] }, options);

async function listThings(client: GraphClient, options: CallOptions = {}): Promise<Collection<number>> {
  const operation = { name: "listThings", routes: [{ method: "GET", path: "/things" }] };
  return await request<Collection<number>>(client, operation, options);
}

async function copyThing(client: GraphClient, options: CallOptions): Promise<void> {
  const operation = { name: "copyThing", routes: [{ method: "POST", path: "/copy" }] };
  await requestVoid(client, operation, { ...options, body: {} });
}

async function readAll(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const read: unknown[] = [];
  for await (const item of items) read.push(item);
  return read;
}

const token = "t";

const bases: readonly (readonly [string, ClientOptions, "accepted" | "refused"])[] = [
  ["https://graph.example", { token }, "accepted"],
  ["HTTPS://GRAPH.EXAMPLE", { token }, "accepted"],
  ["http://graph.example", { token }, "refused"],
  ["http://graph.example", { token, allowHttp: false }, "refused"],
  ["http://graph.example", { token, allowHttp: true }, "accepted"],
  ["http://graph.example", {}, "accepted"],
  ["http://graph.example/https://localhost", { token }, "refused"],
  ["ftp://graph.example", { token }, "refused"],
  ["http://localhost:8080", { token }, "accepted"],
  ["http://LOCALHOST", { token }, "accepted"],
  ["http://localhost:localhost@evil.example", { token }, "refused"],
  ["http://localhost.evil.example", { token }, "refused"],
  ["http://evil.example/localhost", { token }, "refused"],
  ["http://localhost@evil.example", { token }, "refused"],
  ["http://127.0.0.1", { token }, "accepted"],
  ["http://127.255.0.3:1", { token }, "accepted"],
  ["http://127.1", { token }, "accepted"],
  ["http://0x7f000001", { token }, "accepted"],
  ["http://127.0.0.1.evil.example", { token }, "refused"],
  ["http://128.0.0.1", { token }, "refused"],
  ["http://10.127.0.0", { token }, "refused"],
  ["http://0.0.0.0", { token }, "refused"],
  ["http://[::1]:8080", { token }, "accepted"],
  ["http://[0:0:0:0:0:0:0:1]", { token }, "accepted"],
  ["http://[::2]", { token }, "refused"],
];

it.each(bases)("base URL %s with %o is %s", (baseUrl, options, want) => {
  const create = (): unknown => createClient({ ...options, baseUrl });
  if (want === "accepted") expect(create).not.toThrow();
  else
    expect(create).toThrow(
      /^Unexpected (?:\w+:\/\/.+ with a token, expected https or `allowHttp`|base URL, expected .+ or user name)$/,
    );
});

const encode = (text: string, form: "base64" | "base64url" = "base64"): string => Buffer.from(text).toString(form);
const claims = '{"access_token":{"nbf":{"essential":true,"value":"1??>>"}}}';

const challenges: readonly (readonly [string, string, object])[] = [
  ["base64", `claims="${encode(claims)}"`, { claims }],
  ["base64url", `claims="${encode(claims, "base64url")}"`, { claims }],
  ["base64 after other challenges", `Basic realm="a", Bearer realm="b", claims="${encode(claims)}"`, { claims }],
  ["nothing", `claims=""`, {}],
  ["one character", `claims="A"`, {}],
  ["signs that base64 lacks", `claims="{}!"`, {}],
  ["base64 of text that is not JSON", `claims="${encode("hello")}"`, {}],
  ["JSON without base64", `claims="${claims}"`, {}],
  ["base64 that is cut off", `claims="${encode(claims).slice(0, 10)}"`, {}],
  ["text without quotes", "claims=abc", {}],
];

it.each(challenges)("reads the claims of a rejected call from %s", async (_, challenge, want) => {
  const service = await serve(({ headers }) =>
    headers.authorization === "Bearer 2" ? json({ ok: true }) : json({}, 401, { "www-authenticate": challenge }),
  );
  const demands: unknown[] = [];
  const client = createClient({
    baseUrl: service.origin,
    token: (__: readonly string[], demand?: object) => String(demands.push(demand)),
  });
  expect(await getThing(client, {})).toEqual({ ok: true });
  expect(demands).toEqual([{}, want]);
});

const invalid: readonly unknown[] = [1, true, {}, ["/things"], { url: "/things" }];
const nowhere: readonly string[] = ["http://[", "data:application/json,{}", "file:///etc/passwd", "javascript:1"];

const readings: readonly Call[] = [
  (client, options) => readAll(paginate(client, listThings, options)),
  (client, options) => readAll(delta(client, listThings, options)),
];

it.each(invalid)("rejects a link between pages that is %o", async (link) => {
  for (const name of ["@odata.nextLink", "@odata.deltaLink"])
    for (const read of readings) {
      const service = await serve(() => json({ value: [1], [name]: link }));
      expect(await reasonOf(read(createClient({ baseUrl: service.origin, token }), {}))).toMatchObject({
        kind: "response",
        operation: "listThings",
        message: containing("text as its links"),
      });
      expect(service.received.length).toBe(1);
    }
});

it.each(nowhere)("rejects the location of a monitor that is %s", async (location) => {
  const service = await serve(() => ({ status: 202, headers: { location } }));
  const client = createClient({ baseUrl: service.origin, token });
  const message = containing("Unexpected Location header, expected the URL of a monitor");
  const want = { kind: "response", operation: "monitor", message };
  expect(await reasonOf(monitor(client, copyThing, {}))).toMatchObject(want);
  expect(await reasonOf(watchMonitor(client, location))).toMatchObject(want);
  expect(service.received.length).toBe(1);
});

it.each(invalid)("rejects an upload session whose URL is %o", async (uploadUrl) => {
  const session = Object.assign({}, { uploadUrl });
  const client = createClient({ baseUrl: "https://graph.example", token });
  const call = upload(
    client,
    Object.assign<{ uploadUrl: string }, object>({ uploadUrl: "" }, session),
    new Blob(["a"]),
  );
  expect(await reasonOf(call)).toMatchObject({ kind: "argument", message: containing("session without a URL") });
});

const throttled: Answer = { status: 429, headers: { "retry-after": "0" } };

const uses: readonly (readonly [string, (count: number) => Answer, Call])[] = [
  ["a call", () => json({}), getThing],
  ["a call with retries", (count) => (count < 3 ? throttled : json({})), getThing],
  ["a call that fails", () => json({}, 400), getThing],
  ["a call with a broken response", () => ({ status: 302, headers: { location: "http://127.0.0.1:1/" } }), getThing],
  [
    "a download that is refused",
    () => json({}, 404),
    (client, options) =>
      requestContent(client, { name: "getFile", routes: [{ method: "GET", path: "/file" }] }, options),
  ],
  [
    "pages",
    (count) => json({ value: [1], "@odata.nextLink": count < 3 ? `/things?page=${count}` : null }),
    (client, options) => readAll(paginate(client, listThings, options)),
  ],
  ["a batch", () => json({ responses: [] }), (client, options) => batch(client, (b) => [getThing(b, {})], options)],
  [
    "a call in a batch",
    () => json({ responses: [] }),
    (client, options) => batch(client, (b) => [getThing(b, options)]),
  ],
  [
    "a monitor",
    (count) => (count < 3 ? json({}, 202, { location: "/monitor" }) : json({})),
    (client, options) => monitor(client, copyThing, options, { interval: 0 }),
  ],
  [
    "an upload",
    (count) => (count < 3 ? json({ nextExpectedRanges: [`${count}-`] }, 202) : json({}, 201)),
    (client, options) => upload(client, `${client.baseUrl}/upload`, new Blob(["abcd"]), { ...options, chunkSize: 1 }),
  ],
];

it("adds one listener to the signal of many calls, as platforms warn about more", async () => {
  const service = await serve(() => json({}));
  const client = createClient({ baseUrl: service.origin, token: () => Promise.resolve("t") });
  const { signal } = new AbortController();
  const calls = Array.from({ length: 30 }, () => getThing(client, { signal }));
  await new Promise((resolve) => setTimeout(resolve));
  expect(getEventListeners(signal, "abort").length).toBe(1);
  await Promise.all(calls);
  expect(getEventListeners(signal, "abort").length).toBe(0);
});

it.each(uses)("removes its listeners from the signal of the caller after %s", async (_, answer, call) => {
  let count = 0;
  const service = await serve(() => answer((count += 1)));
  const client = createClient({
    baseUrl: service.origin,
    token: () => Promise.resolve("t"),
    retry: { delay: () => 0 },
  });
  const { signal } = new AbortController();
  await call(client, { signal }).catch(() => undefined);
  expect(count).toBeGreaterThan(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

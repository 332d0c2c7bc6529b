import { expect, it } from "vitest";
import {
  createClient,
  request,
  requestByRoute,
  requestContent,
  requestText,
  requestVoid,
  withContent,
  type Operation,
} from "../../generator/output/runtime/index.ts";
import { containing, reasonOf, useServices } from "../support/serve.ts";
import { json } from "../support/service.ts";

const { serve, serveRaw } = useServices();

const getThing: Operation = { name: "getThing", routes: [{ method: "GET", path: "/things/{id}" }] };
const createThing: Operation = { name: "createThing", routes: [{ method: "POST", path: "/things" }] };
const putContent: Operation = { name: "putContent", routes: [{ method: "PUT", path: "/c" }] };

it("sends and reads JSON unchanged", async () => {
  const wire = { "@odata.type": "#a.b", aB: null, list: [{ __proto__x: 1 }], größe: "\u2028" };
  const service = await serve(({ body }) => ({ body, headers: { "content-type": "application/json" } }));
  const client = createClient({ baseUrl: `${service.origin}/v1.0/`, token: "secret" });
  const result = await request(client, createThing, { body: wire, headers: { "If-Match": "x", skipped: undefined } });
  expect(result).toEqual(wire);
  expect(service.received).toMatchObject([
    {
      method: "POST",
      url: "/v1.0/things",
      headers: {
        authorization: "Bearer secret",
        "content-type": "application/json",
        accept: "application/json",
        "if-match": "x",
      },
    },
  ]);
  expect(service.received[0]?.headers).not.toHaveProperty("skipped");
});

it("sends neither a body nor a content type for a call without a body", async () => {
  const service = await serve(() => json({}));
  await request(createClient({ baseUrl: service.origin }), getThing, { path: { id: "1" } });
  expect(service.received[0]?.body).toBe("");
  expect(service.received[0]?.headers).not.toHaveProperty("content-type");
  expect(service.received[0]?.headers).not.toHaveProperty("authorization");
});

it("returns undefined for an empty response", async () => {
  const service = await serve(() => ({ status: 204 }));
  expect(await request(createClient({ baseUrl: service.origin }), getThing, { path: { id: "1" } })).toBeUndefined();
});

it("ignores the body of a response to an operation that returns nothing", async () => {
  const service = await serve(() => ({ body: "done", headers: { "content-type": "text/plain" } }));
  const client = createClient({ baseUrl: service.origin });
  await expect(requestVoid(client, createThing, { body: {} })).resolves.toBeUndefined();
});

it("reads text and bytes", async () => {
  const service = await serve(() => ({ body: "{1}", headers: { "content-type": "text/plain" } }));
  const client = createClient({ baseUrl: service.origin });
  expect(await requestText(client, getThing, { path: { id: "1" } })).toBe("{1}");
  const response = await requestContent(client, getThing, { path: { id: "1" } });
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([123, 49, 125]);
});

it("sends through a `fetch` function of the caller", async () => {
  const urls: string[] = [];
  const own: typeof fetch = (input) => {
    urls.push(input instanceof Request ? input.url : input.toString());
    return Promise.resolve(new Response("{}"));
  };
  await request(createClient({ baseUrl: "https://graph.example/v1.0", fetch: own }), getThing, { path: { id: "1" } });
  expect(urls).toEqual(["https://graph.example/v1.0/things/1"]);
});

const baseUrls: readonly (readonly [string, string])[] = [
  ["https://graph.example", "https://graph.example/v1.0/things/1"],
  ["https://graph.example///", "https://graph.example/v1.0/things/1"],
  ["https://graph.example/beta", "https://graph.example/beta/things/1"],
  ["https://proxy.example/graph/v1.0//", "https://proxy.example/graph/v1.0/things/1"],
];

it.each(baseUrls)("calls %s at %s", async (baseUrl, want) => {
  const urls: unknown[] = [];
  const own: typeof fetch = (input) => {
    urls.push(input);
    return Promise.resolve(new Response("{}"));
  };
  await request(createClient({ baseUrl, fetch: own }), getThing, { path: { id: "1" } });
  expect(urls).toEqual([want]);
});

it("removes any number of slashes at the end of a base URL", () => {
  const url = "https://graph.example/v1.0";
  expect(createClient({ baseUrl: url + "/".repeat(1_000_000) }).baseUrl).toBe(url);
});

it("rejects an invalid base URL", () => {
  expect(() => createClient({ baseUrl: "" })).toThrow("Unexpected base URL, expected an absolute URL");
});

it.each(["https://h/v1#", "https://h/v1?a=b", "https://h/v1 ", "https://me:pa55@h/v1"])(
  "rejects the base URL %s, to which no path can be appended",
  (baseUrl) => {
    const create = (): unknown => createClient({ baseUrl });
    expect(create).toThrow(/^Unexpected base URL, expected .+ without query/);
    expect(create).not.toThrow("pa55");
  },
);

const statusLines: readonly (readonly [string, object])[] = [
  ["404 Nicht gefunden: \u898b", { kind: "service", status: 404, code: "gone" }],
  ["404 \u0007", { kind: "service", status: 404 }],
  ["999 Request denied", { kind: "response", message: "getThing: Unexpected status 999" }],
];

it.each(statusLines)("reads a response with the status %s, and does not retry", async (line, want) => {
  let count = 0;
  const origin = await serveRaw(({ socket }) => {
    count += 1;
    const body = '{"error":{"code":"gone","message":"No."}}';
    socket.end(`HTTP/1.1 ${line}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
  });
  const error = await reasonOf(request(createClient({ baseUrl: origin }), getThing, { path: { id: "1" } }));
  expect(error).toMatchObject(want);
  expect(count).toBe(1);
});

it("does not ask for a token or send a request if the signal has aborted", async () => {
  const called: string[] = [];
  const see = (what: string) => () => {
    called.push(what);
    return "t";
  };
  const client = createClient({
    baseUrl: "http://127.0.0.1:1",
    token: see("token"),
    hooks: { beforeRequest: see("hook") },
  });
  const error = await reasonOf(request(client, getThing, { path: { id: "1" }, signal: AbortSignal.abort() }));
  expect(error).toMatchObject({ kind: "abort", operation: "getThing" });
  expect(called).toEqual([]);
});

it("sends a stream chunk by chunk, and cancels it when the caller aborts", async () => {
  const controller = new AbortController();
  const origin = await serveRaw((incoming) => {
    incoming.once("data", () => {
      controller.abort();
    });
  });
  let ended = false;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield await Promise.resolve(new Uint8Array(1000));
    } finally {
      ended = true;
    }
  }
  const options = withContent({ body: bytes(), signal: controller.signal }, "image/png");
  const call = request(createClient({ baseUrl: origin }), putContent, options);
  expect(await reasonOf(call)).toMatchObject({ kind: "abort", operation: "putContent" });
  await expect.poll(() => ended).toBe(true);
});

it("returns a download as a stream, past the time-out, until the caller aborts", async () => {
  const timeout = 1000;
  const origin = await serveRaw((_, outgoing) => {
    const timer = setInterval(() => outgoing.write("chunk"), 50);
    outgoing.on("close", () => {
      clearInterval(timer);
    });
  });
  const controller = new AbortController();
  const client = createClient({ baseUrl: origin, timeout });
  const response = await requestContent(client, getThing, { path: { id: "1" }, signal: controller.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const start = performance.now();
  while (performance.now() < start + timeout + 100)
    expect(await reader?.read()).toEqual({ done: false, value: containing("chunk") });
  controller.abort();
  await expect(reader?.read()).rejects.toMatchObject({ kind: "abort", operation: "getThing" });
});

it("returns JSON or content, depending on the URL", async () => {
  const service = await serve(({ url }) => (url === "/v1.0/photo" ? json({ id: "1" }) : { body: "bytes" }));
  const client = createClient({ baseUrl: service.origin });
  const routes = [
    { method: "GET", path: "/photo" },
    { method: "GET", path: "/photo/$value", name: "value", content: true },
  ];
  const call = (route?: string): Promise<unknown> => requestByRoute(client, { name: "getPhoto", routes }, { route });
  expect(await call()).toEqual({ id: "1" });
  expect(await call("value")).toBeInstanceOf(Response);
});

it("round-trips values: times, null, unknown members, unknown fields", async () => {
  const wire = {
    time: "2024-05-01T08:30:00.1234567Z",
    none: null,
    state: "ofTomorrow",
    flags: "a,b",
    extra: { x: [{}] },
  };
  const service = await serve(({ method, body }) => (method === "GET" ? json(wire) : { body }));
  const client = createClient({ baseUrl: service.origin });
  const read = await request(client, getThing, { path: { id: "1" } });
  expect(await request(client, createThing, { body: read })).toEqual(wire);
  expect(service.received[1]?.body).toBe(JSON.stringify(wire));
});

it("sends large and repeated headers unchanged", async () => {
  const service = await serve(() => json({}));
  const prefer = [
    'outlook.timezone="Europe/Berlin"',
    'outlook.body-content-type="text"',
    `x="${"y".repeat(8000)}"`,
  ].join(", ");
  await request(createClient({ baseUrl: service.origin }), getThing, {
    path: { id: "1" },
    headers: { Prefer: prefer },
  });
  expect(service.received[0]?.headers.prefer).toBe(prefer);
});

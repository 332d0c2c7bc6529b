import { expect, it } from "vitest";
import {
  createClient,
  monitor,
  request,
  watchMonitor,
  type CallOptions,
  type GraphClient,
} from "../../generator/output/runtime/index.ts";
import { containing, reasonOf, useServices } from "../support/serve.ts";
import { json, type Answer } from "../support/service.ts";

const { serve } = useServices();

async function copyThing(client: GraphClient, options: CallOptions & { body: object }): Promise<void> {
  await request(client, { name: "copyThing", routes: [{ method: "POST", path: "/thing/copy" }] }, options);
}

const fast = { interval: 0 };

/** A service that starts an operation and returns one state after another from its monitor. */
async function serveMonitor(
  location: (origin: string) => string,
  ...states: Answer[]
): Promise<{ client: GraphClient; urls: () => string[] }> {
  const left = [...states];
  const service = await serve(({ method }) =>
    method === "POST"
      ? { status: 202, headers: { location: location(service.origin) } }
      : (left.shift() ?? json({}, 404)),
  );
  const client = createClient({ baseUrl: `${service.origin}/v1.0`, token: "t" });
  return { client, urls: () => service.received.map(({ method, url }) => `${method} ${url}`) };
}

const places: readonly (readonly [string, (origin: string) => string, string])[] = [
  ["absolute", (origin) => `${origin}/monitor/1`, "/monitor/1"],
  ["relative to the base URL", () => "/things('1')/operations('2')", "/v1.0/things('1')/operations('2')"],
  ["relative to the host", () => "/v1.0/operations/2", "/v1.0/operations/2"],
];

it.each(places)("watches an operation until it is done, with a monitor URL that is %s", async (_, location, want) => {
  const going = json({ status: "inProgress", percentageComplete: 50 }, 202);
  const done = { status: "completed", resourceId: "new" };
  const { client, urls } = await serveMonitor(location, json({ status: "notStarted" }), going, json(done));
  const seen: unknown[] = [];
  const onState = ({ status }: object & { status?: string }, url: string): void => {
    seen.push([status, url.endsWith(want)]);
  };
  expect(await monitor(client, copyThing, { body: {} }, { ...fast, onState })).toEqual(done);
  expect(urls()).toEqual(["POST /v1.0/thing/copy", ...[1, 2, 3].map(() => `GET ${want}`)]);
  expect(seen).toEqual([
    ["notStarted", true],
    ["inProgress", true],
    ["completed", true],
  ]);
});

it("does not send the token to a monitor on another host", async () => {
  const other = await serve(() => json({ status: "succeeded" }));
  const { client } = await serveMonitor(() => `${other.origin}/monitor`);
  expect(await monitor(client, copyThing, { body: {} })).toEqual({ status: "succeeded" });
  expect(other.received.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

it("does not follow a redirect to the created resource, but returns its URL", async () => {
  const made: Answer = { status: 303, headers: { location: "https://graph.example/v1.0/thing/2" } };
  const { client } = await serveMonitor((origin) => `${origin}/m`, made);
  const want = { status: "completed", resourceLocation: "https://graph.example/v1.0/thing/2" };
  expect(await monitor(client, copyThing, { body: {} })).toEqual(want);
});

it("continues from the saved URL of a monitor", async () => {
  const { client, urls } = await serveMonitor(() => "", json({}, 202), json({ id: "2" }));
  expect(await watchMonitor(client, "/operations/1", fast)).toEqual({ id: "2" });
  expect(urls()).toEqual(["GET /v1.0/operations/1", "GET /v1.0/operations/1"]);
});

it("prefers the header Operation-Location", async () => {
  const service = await serve(({ method, url }) =>
    method === "POST"
      ? { status: 202, headers: { "operation-location": "/operations/1", location: "/things/2" } }
      : json({ status: "succeeded", url }),
  );
  const state = await monitor(createClient({ baseUrl: service.origin }), copyThing, { body: {} });
  expect(state.url).toBe("/v1.0/operations/1");
});

it("is done at once if the service has not deferred the operation", async () => {
  const service = await serve(() => json({}, 201, { location: "https://graph.example/v1.0/things/2" }));
  const headers = { Prefer: "respond-async" };
  const state = await monitor(createClient({ baseUrl: service.origin }), copyThing, { body: {}, headers });
  expect(state).toEqual({ status: "completed", resourceLocation: "https://graph.example/v1.0/things/2" });
  expect(service.received).toMatchObject([{ headers: { prefer: "respond-async" } }]);
});

const words: readonly (readonly [string, object, object])[] = [
  ["an error", { status: "failed", error: { code: "a", message: "b" } }, { code: "a", serviceMessage: "b" }],
  ["an error without a code", { status: "failed", error: { message: "b" } }, { code: null, serviceMessage: "b" }],
  ["an error that is text", { status: "failed", error: "b" }, { code: null, serviceMessage: "b" }],
  [
    "a result",
    { status: "failed", resultInfo: { code: 400, subcode: 8508, message: "b" } },
    { code: "400", serviceMessage: "b" },
  ],
  [
    "the description of the status",
    { status: { state: "failed", description: "b" } },
    { code: null, serviceMessage: "b" },
  ],
  [
    "a description beside the status",
    { status: "failed", errorCode: "a", statusDescription: "b" },
    { code: "a", serviceMessage: "b" },
  ],
  ["a detail beside the status", { status: "Cancelled", statusDetail: "b" }, { code: null, serviceMessage: "b" }],
];

it.each(words)("throws the words of the service from %s", async (_, state, want) => {
  const { client } = await serveMonitor((origin) => `${origin}/m`, json(state));
  const error = await reasonOf(monitor(client, copyThing, { body: {} }));
  expect(error).toMatchObject({ name: "GraphError", kind: "service", body: state, ...want });
  expect(String(error)).toMatch(/monitor: b \(200( \w+)?\)$/);
});

const failures: readonly (readonly [string, Answer, object])[] = [
  [
    "fails",
    json({ status: "failed", error: { code: "nameConflict", message: "Taken." } }),
    { kind: "service", code: "nameConflict" },
  ],
  ["responds with an error", json({ error: { code: "gone", message: "Over." } }, 410), { status: 410, code: "gone" }],
  ["returns a web page", { body: "<html>" }, { kind: "response", message: containing("expected complete JSON") }],
  ["returns an array", json([]), { kind: "response", message: containing("expected a JSON object") }],
];

it.each(failures)("throws when the operation %s", async (_, answer, want) => {
  const { client } = await serveMonitor((origin) => `${origin}/m`, answer);
  expect(await reasonOf(monitor(client, copyThing, { body: {} }))).toMatchObject({ operation: "monitor", ...want });
});

it("rejects an operation without a monitor", async () => {
  const service = await serve(() => ({ status: 202 }));
  const call = monitor(createClient({ baseUrl: service.origin }), copyThing, { body: {} });
  expect(await reasonOf(call)).toMatchObject({
    operation: "copyThing",
    message: containing("without a Location header"),
  });
});

it("stops watching when the caller aborts, by the signal of the call", async () => {
  const controller = new AbortController();
  const waiting = json({ status: "running" }, 202, { "retry-after": "100" });
  const { client, urls } = await serveMonitor((origin) => `${origin}/m`, waiting);
  const onState = (): void => {
    setTimeout(() => {
      controller.abort();
    });
  };
  const call = monitor(client, copyThing, { body: {}, signal: controller.signal }, { onState });
  expect(await reasonOf(call)).toMatchObject({ kind: "abort" });
  expect(urls().length).toBe(2);
});

import { expect, it } from "vitest";
import {
  batch,
  batchSettled,
  createClient,
  request,
  requestContent,
  withContent,
  type GraphClient,
  type Operation,
  type OperationOptions,
} from "../../generator/output/runtime/index.ts";
import { containing, reasonOf, useServices } from "../support/serve.ts";
import { json, type Service } from "../support/service.ts";

const { serve } = useServices();

/** One request of a batch, as the service receives it. */
interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && "id" in value && "url" in value && "headers" in value;
}

function partsOf(body: string): readonly Part[] {
  const parsed: unknown = JSON.parse(body);
  const parts: unknown = typeof parsed === "object" && parsed !== null && "requests" in parsed ? parsed.requests : [];
  return Array.isArray(parts) ? parts.filter(isPart) : [];
}

/** A service that responds to each request of a batch, in reverse order. */
async function serveParts(answer: (part: Part) => object): Promise<{ service: Service; client: GraphClient }> {
  const service = await serve(({ body }) =>
    json({
      responses: partsOf(body)
        .map((part) => ({ id: part.id, status: 200, ...answer(part) }))
        .reverse(),
    }),
  );
  return {
    service,
    client: createClient({ baseUrl: `${service.origin}/v1.0`, token: "t", retry: { delay: () => 0 } }),
  };
}

function batchesOf(service: Service): (readonly Part[])[] {
  return service.received.map(({ body }) => partsOf(body));
}

const get: Operation = { name: "getThing", routes: [{ method: "GET", path: "/things/{id}" }] };
const create: Operation = { name: "createThing", routes: [{ method: "POST", path: "/things" }] };
const put: Operation = { name: "putContent", routes: [{ method: "PUT", path: "/content" }] };

async function getThing(client: GraphClient, id: number, options: OperationOptions = {}): Promise<{ url: string }> {
  return await request<{ url: string }>(client, get, { ...options, path: { id } });
}

it("sends calls in one request and returns each response under its name and with its type", async () => {
  const { service, client } = await serveParts(({ url, body }) => ({ body: { url, body } }));
  const { one, made } = await batch(client, (b) => ({
    one: getThing(b, 1, { query: { $select: ["id"] }, headers: { Prefer: "x" } }),
    made: request<{ body: unknown }>(b, create, { body: { a: null } }),
  }));
  expect([one.url, made.body]).toEqual(["/things/1?$select=id", { a: null }]);
  expect(service.received).toMatchObject([
    { method: "POST", url: "/v1.0/$batch", headers: { authorization: "Bearer t" } },
  ]);
  expect(batchesOf(service)).toEqual([
    [
      { id: "1", method: "GET", url: "/things/1?$select=id", headers: { accept: "application/json", prefer: "x" } },
      {
        id: "2",
        method: "POST",
        url: "/things",
        headers: { accept: "application/json", "content-type": "application/json" },
        body: { a: null },
      },
    ],
  ]);
});

it("sends more than twenty calls in several requests", async () => {
  const { service, client } = await serveParts(({ url }) => ({ body: { url } }));
  const ids = Array.from({ length: 45 }, (_, index) => index);
  const things = await batch(client, (b) => ids.map((id) => getThing(b, id)));
  expect(things.map(({ url }) => url)).toEqual(ids.map((id) => `/things/${id}`));
  expect(batchesOf(service).map((parts) => parts.length)).toEqual([20, 20, 5]);
});

it("sends nothing if there are no calls", async () => {
  const { service, client } = await serveParts(() => ({}));
  expect(await batch(client, () => [])).toEqual([]);
  expect(service.received).toEqual([]);
});

it("returns the error of each failed call, and the responses of the others", async () => {
  const error = { code: "NotFound", message: "None." };
  const { client } = await serveParts(({ url }) =>
    url === "/things/2" ? { status: 404, body: { error } } : { body: {} },
  );
  const [first, second] = await batchSettled(client, (b) => [getThing(b, 1), getThing(b, 2)]);
  expect(first).toEqual({ status: "fulfilled", value: {} });
  expect(second).toMatchObject({
    reason: { name: "GraphError", status: 404, code: "NotFound", operation: "getThing" },
  });
  const all = batch(client, (b) => ({ one: getThing(b, 1), two: getThing(b, 2) }));
  expect(await reasonOf(all)).toMatchObject({ status: 404 });
});

it("leaves invalid calls out of the batch", async () => {
  const { service, client } = await serveParts(() => ({ body: {} }));
  const results = await batchSettled(client, (b) => ({
    empty: request(b, get, { path: { id: "" } }),
    elsewhere: b.send({ method: "GET", url: "https://other.example/x", headers: new Headers() }),
    text: b.send({ method: "PUT", url: "/x", headers: new Headers({ "content-type": "application/json" }), body: "{" }),
    absolute: b.send({ method: "GET", url: `${client.baseUrl}/x`, headers: new Headers({ authorization: "secret" }) }),
    aborted: getThing(b, 1, { signal: AbortSignal.abort() }),
  }));
  expect(results).toMatchObject({
    empty: { reason: { kind: "argument", operation: "getThing" } },
    elsewhere: { reason: { kind: "argument", message: containing("Unexpected URL in a batch") } },
    text: { status: "rejected" },
    absolute: { status: "fulfilled" },
    aborted: { reason: { kind: "abort", operation: "getThing" } },
  });
  expect(batchesOf(service)).toMatchObject([[{ url: "/x", headers: {} }]]);
  expect(service.received[0]?.body).not.toContain("secret");
});

it("runs a step after another, even if they are sent in two requests", async () => {
  const { service, client } = await serveParts(() => ({ body: {} }));
  await batch(client, (b) => {
    const first = b.step();
    const second = b.step(first);
    const calls = Array.from({ length: 19 }, (_, id) => getThing(b, id));
    return [...calls, getThing(first, 100), getThing(second, 101), getThing(b.step(second), 102)];
  });
  const [one, two] = batchesOf(service);
  expect(one?.filter(({ dependsOn }) => dependsOn !== undefined)).toEqual([]);
  expect(two?.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
    ["21", undefined],
    ["22", ["21"]],
  ]);
});

it("does not send a request that depends on a failed request", async () => {
  const { service, client } = await serveParts(({ url }) => ({ status: url === "/things/100" ? 400 : 200, body: {} }));
  const results = await batchSettled(client, (b) => {
    const first = b.step();
    const calls = [getThing(first, 100), ...Array.from({ length: 19 }, (_, id) => getThing(b, id))];
    return [...calls, getThing(b.step(first), 101)];
  });
  expect(results.at(-1)).toMatchObject({ reason: { status: 424, code: "FailedDependency", operation: "getThing" } });
  expect(service.received.length).toBe(1);
});

it("rejects a step of another batch", async () => {
  const { client } = await serveParts(() => ({ body: {} }));
  const both = batch(client, (b) => ({ one: batch(client, (other) => [getThing(b.step(other), 1)]) }));
  expect(await reasonOf(both)).toMatchObject({ kind: "argument", message: containing("step of another batch") });
});

it("rejects a call after the batch was sent", async () => {
  const { client } = await serveParts(() => ({ body: {} }));
  const late = batch(client, (b) => [getThing(b, 1).then(() => getThing(b, 2))]);
  expect(await reasonOf(late)).toMatchObject({
    kind: "argument",
    operation: "getThing",
    message: containing("after the batch was sent"),
  });
});

it("sends throttled calls again, together with the calls that depend on them", async () => {
  let count = 0;
  const { service, client } = await serveParts(({ url, dependsOn }) => {
    const isThrottled = url === "/things/1" && (count += 1) < 3;
    if (isThrottled) return { status: 429, headers: { "Retry-After": "0" }, body: {} };
    return { status: dependsOn !== undefined && count < 3 ? 424 : 200, body: { url } };
  });
  const things = await batch(client, (b) => [getThing(b, 1), getThing(b, 2), getThing(b.step(b), 3)]);
  expect(things.map(({ url }) => url)).toEqual(["/things/1", "/things/2", "/things/3"]);
  expect(batchesOf(service).map((parts) => parts.map(({ url }) => url.slice(-1)).join(""))).toEqual([
    "123",
    "13",
    "13",
  ]);
});

it("stops retrying a throttled call at its own limit, or at that of the client", async () => {
  const { service, client } = await serveParts(() => ({ status: 429, headers: { "Retry-After": "0" }, body: {} }));
  const results = await batchSettled(client, (b) => [getThing(b, 1), getThing(b, 2, { retry: 0 })]);
  expect(results).toMatchObject([{ reason: { status: 429, retryAfter: 0 } }, { reason: { status: 429 } }]);
  expect(batchesOf(service).map((parts) => parts.length)).toEqual([2, 1, 1, 1]);
});

it("sends and receives content as base64", async () => {
  const bytes = Uint8Array.from([0, 250, 255]);
  const { service, client } = await serveParts(({ url }) =>
    url === "/content" ? { status: 204 } : { headers: { "Content-Type": "image/png" }, body: "APr_" },
  );
  const [, response] = await batch(client, (b) => [
    request(b, put, withContent({ body: new Blob([bytes]).stream() }, "image/png")),
    requestContent(b, get, { path: { id: 1 } }),
  ]);
  expect(batchesOf(service)[0]?.[0]).toMatchObject({ headers: { "content-type": "image/png" }, body: "APr/" });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(response.headers.get("content-type")).toBe("image/png");
});

const broken: readonly (readonly [string, Parameters<typeof json>, object])[] = [
  ["an error", [{ error: { code: "x", message: "y" } }, 400], { kind: "service", status: 400, code: "x" }],
  ["no responses", [{}], { kind: "response", message: containing("without a response") }],
  ["invalid responses", [{ responses: [null, { id: "1" }, { id: "1", status: 99 }] }], { kind: "response" }],
  ["JSON of another kind", [[1]], { kind: "response" }],
];

it.each(broken)("rejects every call when the batch returns %s", async (_, answer, want) => {
  const service = await serve(() => json(...answer));
  const results = await batchSettled(createClient({ baseUrl: service.origin }), (b) => [
    getThing(b, 1),
    getThing(b, 2),
  ]);
  expect(results).toMatchObject([1, 2].map(() => ({ reason: { operation: "getThing", ...want } })));
});

it("rejects every call when the connection fails or the response is incomplete", async () => {
  const nowhere = createClient({ baseUrl: "http://127.0.0.1:1" });
  const want = {
    reason: { kind: "network", operation: "getThing", message: containing("batch: The connection failed") },
  };
  const ids = Array.from({ length: 21 }, (_, id) => id);
  expect(await batchSettled(nowhere, (b) => ids.map((id) => getThing(b, id)))).toMatchObject(ids.map(() => want));
  const service = await serve(() => ({ body: '{"responses": [' }));
  const cut = batch(createClient({ baseUrl: service.origin }), (b) => [getThing(b, 1)]);
  expect(await reasonOf(cut)).toMatchObject({ kind: "response", operation: "getThing" });
});

it("rejects a time-out that is not a number", async () => {
  const { service, client } = await serveParts(() => ({ body: {} }));
  const [one] = await batchSettled(client, (b) => [getThing(b, 1, { timeout: NaN })]);
  expect(one).toMatchObject({ reason: { kind: "argument", operation: "getThing" } });
  expect(service.received).toEqual([]);
});

it("ends a call after its own time-out, and the batch with its last call", async () => {
  const { service, client } = await serveParts(() => ({ body: {} }));
  const silent = await serve(() => null);
  const results = await batchSettled(createClient({ baseUrl: silent.origin }), (b) => [
    getThing(b, 1, { timeout: 20 }),
    getThing(b, 2, { timeout: 10 }),
  ]);
  const late = { kind: "timeout", operation: "getThing" };
  expect(results).toMatchObject([{ reason: late }, { reason: late }]);
  const both = await batchSettled(client, (b) => [getThing(b, 1, { timeout: 60_000 }), getThing(b, 2)]);
  expect(both).toMatchObject([{ status: "fulfilled" }, { status: "fulfilled" }]);
  expect(service.received.length).toBe(1);
});

it("aborts all calls with the batch, and a single call with its own signal", async () => {
  const controller = new AbortController();
  const service = await serve(() => {
    controller.abort();
    return null;
  });
  const client = createClient({ baseUrl: service.origin });
  const whole = batchSettled(client, (b) => [getThing(b, 1)], { signal: controller.signal });
  expect(await whole).toMatchObject([{ reason: { kind: "abort", operation: "getThing" } }]);
  const one = await serveParts(() => ({ body: {} }));
  const own = AbortSignal.abort();
  const results = await batchSettled(one.client, (b) => [getThing(b, 1, { signal: own }), getThing(b, 2)]);
  expect(results).toMatchObject([{ reason: { kind: "abort" } }, { status: "fulfilled" }]);
});

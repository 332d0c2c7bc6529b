import { expect, it } from "vitest";
import {
  createClient,
  request,
  type HookRequest,
  type Operation,
  type RetryEvent,
} from "../../generator/output/runtime/index.ts";
import { reasonOf, useServices } from "../support/serve.ts";
import { json } from "../support/service.ts";

const { serve } = useServices();

const getThing: Operation = { name: "getThing", routes: [{ method: "GET", path: "/things/{id}" }] };

it("passes requests and responses to hooks, which can change them", async () => {
  let answers = 0;
  const service = await serve(() =>
    json({ number: (answers += 1) }, answers === 1 ? 429 : 200, { "retry-after": "0" }),
  );
  const seen: unknown[] = [];
  const hooks = {
    beforeRequest: async ({ operation, method, url, headers, attempt }: HookRequest) => {
      await Promise.resolve();
      headers.set("x-attempt", String(attempt));
      seen.push([operation, method, url.slice(service.origin.length), attempt]);
    },
    afterResponse: (response: Response, { attempt }: HookRequest) => {
      seen.push([response.status, attempt]);
      return response.ok ? new Response('{"changed":true}') : undefined;
    },
    beforeRetry: ({ operation, attempt, delay, response }: RetryEvent) => {
      seen.push([operation, attempt, delay, response?.status]);
    },
  };
  const client = createClient({ baseUrl: `${service.origin}/v1.0`, hooks });
  expect(await request(client, getThing, { path: { id: "1" } })).toEqual({ changed: true });
  expect(service.received.map(({ headers }) => headers["x-attempt"])).toEqual(["1", "2"]);
  expect(seen).toEqual([
    ["getThing", "GET", "/v1.0/things/1", 1],
    [429, 1],
    ["getThing", 1, 0, 429],
    ["getThing", "GET", "/v1.0/things/1", 2],
    [200, 2],
  ]);
});

it("calls several hooks in their order, each with the response of the one before", async () => {
  const seen: unknown[] = [];
  const service = await serve(() => json({ number: 1 }, seen.length < 3 ? 429 : 200, { "retry-after": "0" }));
  const hooks = [1, 2].map((number) => ({
    beforeRequest: ({ headers }: HookRequest) => {
      seen.push(["request", number, headers.get("x-order")]);
      headers.set("x-order", `${headers.get("x-order") ?? ""}${number}`);
    },
    afterResponse: async (response: Response) => {
      seen.push(["response", number, await response.clone().text()]);
      return new Response(String(number), { status: response.status });
    },
    beforeRetry: () => {
      seen.push(["retry", number]);
      return number === 2;
    },
  }));
  const call = request(createClient({ baseUrl: service.origin, hooks }), getThing, { path: { id: "1" } });
  expect(await reasonOf(call)).toMatchObject({ status: 429, body: 2 });
  expect(service.received.map(({ headers }) => headers["x-order"])).toEqual(["12"]);
  expect(seen).toEqual([
    ["request", 1, null],
    ["request", 2, "1"],
    ["response", 1, '{"number":1}'],
    ["response", 2, "1"],
    ["retry", 1],
  ]);
});

it("gives a call and its retries one id, and another call another", async () => {
  let answers = 0;
  const service = await serve(() => json({}, (answers += 1) === 1 ? 429 : 200, { "retry-after": "0" }));
  let id = 0;
  const client = createClient({ baseUrl: service.origin, clientRequestId: () => `id-${(id += 1)}` });
  await request(client, getThing, { path: { id: "1" } });
  await request(client, getThing, { path: { id: "1" } });
  await request(client, getThing, { path: { id: "1" }, headers: { "client-request-id": "mine" } });
  expect(service.received.map(({ headers }) => headers["client-request-id"])).toEqual(["id-1", "id-1", "id-2", "mine"]);
});

it("throws the error that a hook throws", async () => {
  const hooks = { beforeRequest: () => Promise.reject(new RangeError("no")) };
  const client = createClient({ baseUrl: "http://127.0.0.1:1", hooks });
  await expect(request(client, getThing, { path: { id: "1" } })).rejects.toThrow(RangeError);
});

it("does not wait for a hook when the caller aborts", async () => {
  const never = (): Promise<void> => new Promise(() => undefined);
  const service = await serve(() => json({}, 429));
  for (const hooks of [{ beforeRequest: never }, { afterResponse: never }, { beforeRetry: never }]) {
    const client = createClient({ baseUrl: service.origin, hooks });
    const call = request(client, getThing, { path: { id: "1" }, signal: AbortSignal.timeout(50) });
    expect(await reasonOf(call)).toMatchObject({ kind: "timeout", operation: "getThing" });
  }
});

it("rejects an id of a call that is not a header", async () => {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", clientRequestId: () => "a\r\nb" });
  const error = await reasonOf(request(client, getThing, { path: { id: "1" } }));
  expect(error).toMatchObject({
    kind: "argument",
    message: "getThing: Unexpected header client-request-id, expected text without line breaks",
  });
});

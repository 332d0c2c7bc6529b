import { inspect } from "node:util";
import { expect, it } from "vitest";
import {
  createClient,
  GraphError,
  request,
  requestContent,
  RequestError,
  type GraphClient,
  type Operation,
  type OperationOptions,
} from "../../generator/output/runtime/index.ts";
import { containing, errorLike, reasonOf, useServices } from "../support/serve.ts";
import { json, type Answer } from "../support/service.ts";

const { serve, serveRaw } = useServices();

const getThing: Operation = { name: "getThing", routes: [{ method: "GET", path: "/things/{id}" }] };
const createThing: Operation = { name: "createThing", routes: [{ method: "POST", path: "/things" }] };
const some: OperationOptions = { path: { id: "1" } };

/** Makes a call inside a function of a user. */
async function userCode(client: GraphClient): Promise<unknown> {
  return await request(client, getThing, some);
}

async function failure(answer: Answer): Promise<GraphError> {
  const service = await serve(() => answer);
  const error = await reasonOf(userCode(createClient({ baseUrl: service.origin, token: "secret", retry: 0 })));
  if (error instanceof GraphError) return error;
  throw new Error(`Unexpected ${String(error)}, expected a GraphError`);
}

it("throws the error of the service, with the stack of the caller", async () => {
  const innerError = { "request-id": "inner", "client-request-id": "mine", date: "2020" };
  const body = { error: { code: "NotFound", message: "No such thing.", innerError } };
  const error = await failure(json(body, 404, { "retry-after": "7" }));
  expect(error).toMatchObject({
    name: "GraphError",
    message: "getThing: No such thing. (404 NotFound)",
    serviceMessage: "No such thing.",
    kind: "service",
    status: 404,
    code: "NotFound",
    requestId: "inner",
    clientRequestId: "mine",
    retryAfter: 7,
    operation: "getThing",
    innerError,
  });
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(RequestError);
  expect(error.stack).toContain("userCode");
  expect(inspect(error, { depth: 9 })).toMatch(/^GraphError: getThing: No such thing/);
});

it("prefers the ids in the headers", async () => {
  const innererror = { "request-id": "inner", "client-request-id": "inner" };
  const body = { error: { code: "x", message: "y", innererror } };
  const error = await failure(json(body, 400, { "request-id": "outer", "client-request-id": "mine" }));
  expect(error).toMatchObject({ requestId: "outer", clientRequestId: "mine", retryAfter: null });
});

const withoutMessage = "without an error message of the service: see the property body";

const pages: readonly (readonly [string, Answer, object])[] = [
  [
    "a page of a proxy",
    { status: 502, body: "<html>" },
    { message: `getThing: 502 Bad Gateway, ${withoutMessage}`, body: "<html>", code: null },
  ],
  [
    "empty",
    { status: 500 },
    { message: `getThing: 500 Internal Server Error, ${withoutMessage}`, body: "", requestId: null },
  ],
  [
    "JSON of another shape",
    json(["x"], 400),
    { message: `getThing: 400 Bad Request, ${withoutMessage}`, body: ["x"], innerError: null },
  ],
  ["an object whose error is text", json({ error: "x" }, 400), { code: null, serviceMessage: null }],
  [
    "a code without a message",
    json({ error: { code: "x", message: "" } }, 400),
    { message: `getThing: 400 x, ${withoutMessage}` },
  ],
  ["null", json(null, 400), { message: `getThing: 400 Bad Request, ${withoutMessage}`, body: null }],
  ["incomplete", { status: 400, body: '{"error":{"code":' }, { body: '{"error":{"code":', status: 400 }],
  [
    "that the object is unchanged",
    { status: 304 },
    { message: "getThing: 304 Not Modified: the object has not changed" },
  ],
  ["due to a missing permission", json({}, 403), { message: containing("may lack a permission") }],
];

it.each(pages)("accepts an error that is %s", async (_, answer, want) => {
  expect(await failure(answer)).toMatchObject(want);
});

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

const wrong: readonly (readonly [string, Operation, OperationOptions, string])[] = [
  ["a missing path value", getThing, {}, "getThing: Unexpected path values { none }, expected those of /things/{id}"],
  ["an empty path value", getThing, { path: { id: "" } }, "getThing: Unexpected empty path value id, expected text"],
  [
    "an unknown route",
    getThing,
    { ...some, route: "/x" },
    'getThing: Unexpected path values { id } with route "/x", expected those of /things/{id}',
  ],
  ["a body with a cycle", createThing, { body: cyclic }, "createThing: Unexpected body that JSON cannot represent"],
  ["a body with a bigint", createThing, { body: { a: 1n } }, "createThing: Unexpected body that JSON cannot represent"],
  ["a function as body", createThing, { body: () => 1 }, "createThing: Unexpected body that JSON cannot represent"],
  [
    "a header with a line break",
    createThing,
    { headers: { Prefer: "secret\nx: y" }, body: {} },
    "createThing: Unexpected header Prefer, expected text",
  ],
];

it.each(wrong)("rejects %s", async (_, operation, options, message) => {
  const client = createClient({ baseUrl: "http://127.0.0.1:1" });
  const error = await reasonOf(request(client, operation, options));
  expect(error).toBeInstanceOf(RequestError);
  expect(error).toMatchObject({ kind: "argument", operation: operation.name, name: "RequestError" });
  expect(String(error)).toContain(message);
  expect(inspect(error)).not.toContain("secret");
});

const noJson: readonly (readonly [string, Answer, string])[] = [
  [
    "a page",
    { body: "<html>", headers: { "content-type": "text/html" } },
    "Unexpected text/html of 6 characters, expected complete JSON",
  ],
  [
    "incomplete",
    { body: '{"a": [1', headers: { "content-type": "application/json" } },
    "Unexpected application/json of 8 characters",
  ],
];

it.each(noJson)("rejects a response that is %s", async (_, answer, message) => {
  const service = await serve(() => answer);
  const error = await reasonOf(userCode(createClient({ baseUrl: service.origin })));
  expect(error).toMatchObject({ kind: "response", operation: "getThing", cause: errorLike({ name: "SyntaxError" }) });
  expect(String(error)).toContain(message);
});

it("names an invalid URL", async () => {
  const client = createClient({ baseUrl: "http://127.0.0.1:1" });
  const error = await reasonOf(client.send({ method: "GET", url: "things", headers: new Headers() }));
  expect(error).toMatchObject({ kind: "argument", message: "GET: Unexpected URL, expected a path or absolute URL" });
});

it("fails with a cause and the stack of the caller when the connection fails", async () => {
  const error = await reasonOf(userCode(createClient({ baseUrl: "http://127.0.0.1:1", retry: 0 })));
  expect(error).toMatchObject({ kind: "network", operation: "getThing", cause: errorLike({ name: "TypeError" }) });
  expect(error instanceof Error ? error.stack : "").toContain("userCode");
});

const mute: readonly (readonly [string, boolean])[] = [
  ["responds", false],
  ["ends its response", true],
];

it.each(mute)("times out when a server never %s", async (_, begins) => {
  const origin = await serveRaw((__, outgoing) => {
    if (begins) outgoing.writeHead(200).write("{");
  });
  const error = await reasonOf(userCode(createClient({ baseUrl: origin, timeout: 50 })));
  expect(error).toMatchObject({
    name: "TimeoutError",
    kind: "timeout",
    message: "getThing: No response within 50 ms: try again, or raise `timeout`",
  });
  expect(error instanceof Error ? error.stack : "").toContain("userCode");
});

it("times out when a `fetch` function ignores its signal, and accepts a time-out per call", async () => {
  const client = createClient({
    baseUrl: "http://x.example",
    timeout: Infinity,
    fetch: () => new Promise(() => undefined),
  });
  expect(await reasonOf(request(client, getThing, { ...some, timeout: 1 }))).toMatchObject({ kind: "timeout" });
});

it("times out when an error response never ends, even for a download", async () => {
  const origin = await serveRaw((_, outgoing) => {
    outgoing.writeHead(500).write("{");
  });
  const call = requestContent(createClient({ baseUrl: origin, timeout: 50 }), getThing, some);
  expect(await reasonOf(call)).toMatchObject({ kind: "timeout" });
});

const aborts: readonly (readonly [string, unknown, object])[] = [
  ["by default", undefined, { name: "AbortError", kind: "abort", cause: errorLike({ name: "AbortError" }) }],
  ["with a reason", "enough", { kind: "abort", cause: "enough" }],
  ["after a time-out", new DOMException("late", "TimeoutError"), { name: "TimeoutError", kind: "timeout" }],
];

it.each(aborts)("aborts %s", async (_, reason, want) => {
  const controller = new AbortController();
  const service = await serve(() => {
    controller.abort(reason);
    return null;
  });
  const call = request(createClient({ baseUrl: service.origin }), getThing, { ...some, signal: controller.signal });
  expect(await reasonOf(call)).toMatchObject({ operation: "getThing", ...want });
});

it("sends nothing if the caller has already aborted", async () => {
  const service = await serve(() => json({}));
  const signal = AbortSignal.abort();
  const call = request(createClient({ baseUrl: service.origin, token: "t" }), getThing, { ...some, signal });
  expect(await reasonOf(call)).toMatchObject({ kind: "abort" });
  expect(service.received).toEqual([]);
});

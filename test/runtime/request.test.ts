import { inspect } from "node:util";
import { afterEach, expect, it } from "vitest";
import {
  createClient,
  GraphError,
  request,
  requestContent,
  requestText,
  type Operation,
} from "../../generator/runtime/index.ts";
import { json, startService, type Answer, type Received, type Service } from "../support/service.ts";

const services: Service[] = [];

async function serve(answer: (request: Received) => Answer | null): Promise<Service> {
  const service = await startService(answer);
  services.push(service);
  return service;
}

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
});

const getThing: Operation = { name: "getThing", routes: [{ method: "GET", path: "/things/{id}" }] };
const createThing: Operation = { name: "createThing", routes: [{ method: "POST", path: "/things" }] };
const putContent: Operation = { name: "putContent", routes: [{ method: "PUT", path: "/c" }], content: "image/png" };

it("sends and reads JSON as it is", async () => {
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

it("sends no body and no content type for a call without body", async () => {
  const service = await serve(() => json({}));
  await request(createClient({ baseUrl: service.origin }), getThing, { path: { id: "1" } });
  expect(service.received[0]?.body).toBe("");
  expect(service.received[0]?.headers).not.toHaveProperty("content-type");
  expect(service.received[0]?.headers).not.toHaveProperty("authorization");
});

it("gives undefined for an empty answer", async () => {
  const service = await serve(() => ({ status: 204 }));
  expect(await request(createClient({ baseUrl: service.origin }), getThing, { path: { id: "1" } })).toBeUndefined();
});

const tokens: readonly (readonly [string, Parameters<typeof createClient>[0]])[] = [
  ["a text", { token: "t" }],
  ["a function", { token: (scopes) => `t${String(scopes.length - 1).replace("0", "")}` }],
  ["a credential", { token: { getToken: (scopes) => Promise.resolve({ token: scopes.length === 1 ? "t" : "no" }) } }],
];

it.each(tokens)("takes a token from %s", async (_, options) => {
  const service = await serve(() => json({}));
  await request(createClient({ ...options, baseUrl: service.origin }), getThing, { path: { id: "1" } });
  expect(service.received[0]?.headers.authorization).toBe("Bearer t");
});

it("asks for the scopes of the service, or those of the client", async () => {
  const service = await serve(() => json({}));
  const asked: (readonly string[])[] = [];
  const token = (scopes: readonly string[]): string => String(asked.push(scopes));
  await request(createClient({ baseUrl: `${service.origin}/beta`, token }), getThing, { path: { id: "1" } });
  await request(createClient({ baseUrl: service.origin, token, scopes: ["User.Read"] }), getThing, {
    path: { id: "1" },
  });
  expect(asked).toEqual([[`${service.origin}/.default`], ["User.Read"]]);
});

it("fails when a credential gives no token", async () => {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", token: { getToken: () => Promise.resolve(null) } });
  await expect(request(client, getThing, { path: { id: "1" } })).rejects.toThrow("Unexpected empty token");
});

it("shows the token nowhere", () => {
  expect(inspect(createClient({ token: "secret" }), { depth: 5, showHidden: true })).not.toContain("secret");
});

it("sends the token to no other origin, also not by way of a redirect", async () => {
  const other = await serve(() => json({ here: true }));
  const service = await serve(() => ({ status: 302, headers: { location: `${other.origin}/file` } }));
  const client = createClient({ baseUrl: service.origin, token: "secret" });
  expect(await request(client, getThing, { path: { id: "1" } })).toEqual({ here: true });
  const headers = new Headers({ authorization: "Bearer mine" });
  await client.send({ method: "GET", url: `${other.origin}/x`, headers });
  expect(service.received[0]?.headers.authorization).toBe("Bearer secret");
  expect(other.received.map((received) => received.headers.authorization)).toEqual([undefined, undefined]);
});

async function userCode(client: ReturnType<typeof createClient>): Promise<unknown> {
  return await request(client, getThing, { path: { id: "1" } });
}

async function failure(answer: Answer): Promise<GraphError> {
  const service = await serve(() => answer);
  const error: unknown = await userCode(createClient({ baseUrl: service.origin, token: "secret" })).catch(
    (reason: unknown) => reason,
  );
  if (error instanceof GraphError) return error;
  throw new Error(`Unexpected ${String(error)}, expected a GraphError`);
}

it("throws what the service says, with the caller's stack", async () => {
  const innerError = { "request-id": "inner", date: "2020" };
  const error = await failure(json({ error: { code: "NotFound", message: "No such thing.", innerError } }, 404));
  expect(error).toMatchObject({
    name: "GraphError",
    message: "No such thing.",
    status: 404,
    code: "NotFound",
    requestId: "inner",
    operation: "getThing",
    innerError,
  });
  expect(error.stack).toContain("userCode");
  expect(inspect(error, { depth: 9 })).not.toContain("secret");
});

it("prefers the request id of the header", async () => {
  const body = { error: { code: "x", message: "y", innererror: { "request-id": "inner" } } };
  expect((await failure(json(body, 400, { "request-id": "outer" }))).requestId).toBe("outer");
});

const pages: readonly (readonly [string, Answer, object])[] = [
  ["a page of a proxy", { status: 502, body: "<html>" }, { message: "502 Bad Gateway", body: "<html>", code: null }],
  ["nothing", { status: 500 }, { message: "500 Internal Server Error", body: "", requestId: null }],
  ["JSON of another kind", json(["x"], 400), { message: "400 Bad Request", body: ["x"], innerError: null }],
  ["an error that is text", json({ error: "x" }, 400), { message: "400 Bad Request", code: null }],
  ["null", json(null, 400), { message: "400 Bad Request", code: null }],
];

it.each(pages)("copes with an error that is %s", async (_, answer, want) => {
  expect(await failure(answer)).toMatchObject(want);
});

it("fails for an answer that is no JSON", async () => {
  const service = await serve(() => ({ body: "<html>" }));
  const call = request(createClient({ baseUrl: service.origin }), getThing, { path: { id: "1" } });
  await expect(call).rejects.toThrow(SyntaxError);
});

it("aborts", async () => {
  const service = await serve(() => null);
  const controller = new AbortController();
  const call = request(createClient({ baseUrl: service.origin }), getThing, {
    path: { id: "1" },
    signal: controller.signal,
  });
  controller.abort();
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
});

const contents: readonly (readonly [string, unknown, string, RegExp])[] = [
  ["text", "abc", "abc", /^image\/png$/],
  ["bytes", new Uint8Array([97, 98]), "ab", /^image\/png$/],
  ["a blob with a type", new Blob(["a"], { type: "text/x" }), "a", /^text\/x$/],
  ["a blob without a type", new Blob(["a"]), "a", /^image\/png$/],
  ["a stream", new Blob(["abc"]).stream(), "abc", /^image\/png$/],
];

it.each(contents)("sends %s as it is", async (_, body, want, type) => {
  const service = await serve(() => ({ status: 204 }));
  await request(createClient({ baseUrl: service.origin }), putContent, { body });
  expect(service.received[0]?.body).toBe(want);
  expect(service.received[0]?.headers["content-type"]).toMatch(type);
});

it("sends a form with its boundary", async () => {
  const service = await serve(() => ({ status: 204 }));
  const body = new FormData();
  body.set("name", "value");
  await request(createClient({ baseUrl: service.origin }), putContent, { body });
  expect(service.received[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
});

it("refuses an object where content belongs", async () => {
  const call = request(createClient({ baseUrl: "http://127.0.0.1:1" }), putContent, { body: { a: 1 } });
  await expect(call).rejects.toThrow("putContent: Unexpected body");
});

it("lets the caller's content type win", async () => {
  const service = await serve(() => ({ status: 204 }));
  const headers = { "Content-Type": "image/gif" };
  await request(createClient({ baseUrl: service.origin }), putContent, { body: "x", headers });
  expect(service.received[0]?.headers["content-type"]).toBe("image/gif");
});

it("reads text and bytes", async () => {
  const service = await serve(() => ({ body: "{1}", headers: { "content-type": "text/plain" } }));
  const client = createClient({ baseUrl: service.origin });
  expect(await requestText(client, getThing, { path: { id: "1" } })).toBe("{1}");
  const response = await requestContent(client, getThing, { path: { id: "1" } });
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([123, 49, 125]);
});

it("sends through a fetch of the caller's own", async () => {
  const urls: string[] = [];
  const own: typeof fetch = (input) => {
    urls.push(input instanceof Request ? input.url : input.toString());
    return Promise.resolve(new Response("{}"));
  };
  await request(createClient({ baseUrl: "https://graph.example/v1.0", fetch: own }), getThing, { path: { id: "1" } });
  expect(urls).toEqual(["https://graph.example/v1.0/things/1"]);
});

it("refuses a base URL that is none", () => {
  expect(() => createClient({ baseUrl: "" })).toThrow('Unexpected base URL ""');
});

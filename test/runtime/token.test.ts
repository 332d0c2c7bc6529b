import { inspect } from "node:util";
import { expect, it } from "vitest";
import {
  createClient,
  request,
  requestContent,
  withContent,
  type AccessToken,
  type ClientOptions,
  type HookRequest,
  type Operation,
} from "../../generator/output/runtime/index.ts";
import { containing, errorLike, reasonOf, useServices } from "../support/serve.ts";
import { json, type Answer, type Service } from "../support/service.ts";

const { serve } = useServices();

const getThing: Operation = { name: "getThing", routes: [{ method: "GET", path: "/thing" }] };
const putThing: Operation = { name: "putThing", routes: [{ method: "PUT", path: "/thing" }] };
const createThing: Operation = { name: "createThing", routes: [{ method: "POST", path: "/thing" }] };

function tokensOf(service: Service): unknown[] {
  return service.received.map(({ headers }) => headers.authorization);
}

function inMinutes(minutes: number): number {
  return Date.now() + minutes * 60_000;
}

/** A credential that numbers its tokens. */
function counting(token: (count: number) => AccessToken | string): {
  getToken: () => Promise<AccessToken>;
  count: number;
} {
  const credential = {
    count: 0,
    getToken() {
      credential.count += 1;
      const given = token(credential.count);
      return Promise.resolve(typeof given === "string" ? { token: given, expiresOnTimestamp: inMinutes(60) } : given);
    },
  };
  return credential;
}

const sources: readonly (readonly [string, NonNullable<ClientOptions["token"]>])[] = [
  ["a string", "t"],
  ["a function", () => "t"],
  ["an async function", () => Promise.resolve({ token: "t", expiresOnTimestamp: inMinutes(60) })],
  ["a credential", { getToken: () => Promise.resolve({ token: "t", expiresOnTimestamp: inMinutes(60) }) }],
];

it.each(sources)("accepts a token from %s", async (_, token) => {
  const service = await serve(() => json({}));
  await request(createClient({ token, baseUrl: service.origin }), getThing, {});
  expect(tokensOf(service)).toEqual(["Bearer t"]);
});

it("requests the scopes of the service, or those of the client", async () => {
  const service = await serve(() => json({}));
  const asked: (readonly string[])[] = [];
  const token = (scopes: readonly string[]): string => String(asked.push(scopes));
  await request(createClient({ baseUrl: `${service.origin}/beta`, token }), getThing, {});
  await request(createClient({ baseUrl: service.origin, token, scopes: ["User.Read"] }), getThing, {});
  expect(asked).toEqual([[`${service.origin}/.default`], ["User.Read"]]);
});

const lifetimes: readonly (readonly [string, AccessToken, number])[] = [
  ["a token for one hour is cached", { token: "t", expiresOnTimestamp: inMinutes(60) }, 1],
  ["a token for one minute is not", { token: "t", expiresOnTimestamp: inMinutes(1) }, 2],
  ["a token without expiry is not", { token: "t" }, 2],
  ["a token whose expiry is not a number is not", { token: "t", expiresOnTimestamp: NaN }, 2],
];

it.each(lifetimes)("%s", async (_, token, want) => {
  const service = await serve(() => json({}));
  const credential = counting(() => token);
  const client = createClient({ baseUrl: service.origin, token: credential });
  await request(client, getThing, {});
  await request(client, getThing, {});
  expect(credential.count).toBe(want);
});

it("requests a token once for parallel calls, even after it is rejected", async () => {
  const service = await serve(({ headers }) => (headers.authorization === "Bearer t2" ? json({}) : json({}, 401)));
  const credential = counting((count) => `t${count}`);
  const client = createClient({ baseUrl: service.origin, token: credential });
  await Promise.all(Array.from({ length: 10 }, () => request(client, getThing, {})));
  expect(credential.count).toBe(2);
  expect(tokensOf(service).sort()).toEqual([
    ...Array<string>(10).fill("Bearer t1"),
    ...Array<string>(10).fill("Bearer t2"),
  ]);
});

it("requests a token again after the credential failed", async () => {
  const service = await serve(() => json({}));
  let asked = 0;
  const token = (): string => {
    if ((asked += 1) === 1) throw new Error("no network");
    return "t";
  };
  const client = createClient({ baseUrl: service.origin, token });
  expect(await reasonOf(request(client, getThing, {}))).toMatchObject({
    kind: "token",
    message: "getThing: The credential of the client provided no usable token: no network",
    cause: errorLike({ message: "no network" }),
  });
  await request(client, getThing, {});
  expect(service.received.length).toBe(1);
});

it("passes the claims of the service to the credential of a rejected token", async () => {
  const claims = '{"access_token":{"nbf":{"essential":true}}}';
  const challenge = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString("base64")}"`;
  const service = await serve(({ headers }) =>
    headers.authorization === "Bearer new" ? json({}) : json({}, 401, { "www-authenticate": challenge }),
  );
  const demands: unknown[] = [];
  const token = (_: readonly string[], demand?: object): string => (demands.push(demand) === 1 ? "old" : "new");
  await request(createClient({ baseUrl: service.origin, token }), createThing, { body: { a: 1 } });
  expect(demands).toEqual([{}, { claims }]);
  expect(service.received.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
});

const refusals: readonly (readonly [string, ClientOptions, Operation, unknown, number])[] = [
  ["with a new token each time", { token: () => String(Math.random()) }, getThing, undefined, 2],
  ["with the same token", { token: "t" }, getThing, undefined, 1],
  ["without a token", {}, getThing, undefined, 1],
  ["with a body that was already sent", { token: () => String(Math.random()) }, putThing, new Blob(["a"]).stream(), 1],
];

it.each(refusals)("does not loop when the service rejects a call %s", async (_, options, operation, body, want) => {
  const service = await serve(() => json({ error: { code: "InvalidAuthenticationToken", message: "Expired." } }, 401));
  const error = await reasonOf(
    request(createClient({ ...options, baseUrl: service.origin }), operation, withContent({ body }, "text/plain")),
  );
  expect(error).toMatchObject({
    status: 401,
    code: "InvalidAuthenticationToken",
    message: `${operation.name}: Expired. (401 InvalidAuthenticationToken). The service rejected the token: check its audience, tenant and expiry`,
  });
  expect(service.received.length).toBe(want);
});

it("stops waiting for a token when the caller aborts, and keeps the token for other calls", async () => {
  const service = await serve(() => json({}));
  let give: (token: string) => void = () => undefined;
  const client = createClient({ baseUrl: service.origin, token: () => new Promise((resolve) => (give = resolve)) });
  const controller = new AbortController();
  const aborted = request(client, getThing, { signal: controller.signal });
  const other = request(client, getThing, {});
  controller.abort();
  expect(await reasonOf(aborted)).toMatchObject({ kind: "abort", operation: "getThing" });
  give("t");
  await other;
  expect(tokensOf(service)).toEqual(["Bearer t"]);
});

it("never sends the token to another origin", async () => {
  const other = await serve(() => ({ body: "file" }));
  const service = await serve(() => ({ status: 302, headers: { location: `${other.origin}/file` } }));
  const client = createClient({ baseUrl: service.origin, token: "secret" });
  expect(await (await requestContent(client, getThing, {})).text()).toBe("file");
  await client.send({
    method: "GET",
    url: `${other.origin}/x`,
    headers: new Headers({ authorization: "Bearer mine" }),
  });
  await client.send({
    method: "GET",
    url: `${service.origin.replace("127.0.0.1", "localhost")}/x`,
    headers: new Headers(),
  });
  expect(tokensOf(service)).toEqual(["Bearer secret", undefined]);
  expect(tokensOf(other)).toEqual([undefined, undefined, undefined]);
});

it("does not follow a redirect of a request with a body", async () => {
  const other = await serve(() => json({}));
  const service = await serve(() => ({ status: 307, headers: { location: `${other.origin}/thing` } }));
  const client = createClient({ baseUrl: service.origin, token: "secret" });
  const error = await reasonOf(request(client, createThing, { body: { password: "x" } }));
  expect(error).toMatchObject({ status: 307, message: containing("Redirects are not followed for this request") });
  expect(other.received).toEqual([]);
});

it("keeps the authorization header of a caller without a credential", async () => {
  const service = await serve(() => json({}));
  await request(createClient({ baseUrl: service.origin }), getThing, { headers: { authorization: "Bearer mine" } });
  const beforeRequest = ({ headers }: HookRequest): void => {
    headers.set("authorization", "Bearer hook");
  };
  await request(createClient({ baseUrl: service.origin, hooks: { beforeRequest } }), getThing, {});
  expect(tokensOf(service)).toEqual(["Bearer mine", "Bearer hook"]);
});

const unusable = ["", "sec\nret", "sec ret", "secrét"];

it.each(unusable)("rejects %j as a token, without exposing it", async (token) => {
  const error = await reasonOf(request(createClient({ baseUrl: "http://127.0.0.1:1", token }), getThing, {}));
  expect(error).toMatchObject({
    kind: "token",
    message: containing("Unexpected missing or invalid token"),
  });
  expect(inspect(error)).not.toMatch(/ret|secr/);
});

it("fails if a credential returns no token", async () => {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", token: { getToken: () => Promise.resolve(null) } });
  expect(await reasonOf(request(client, getThing, {}))).toMatchObject({ kind: "token", operation: "getThing" });
});

const answers: readonly (readonly [string, Answer])[] = [
  ["succeeds", json({})],
  ["is rejected", json({ error: { code: "x", message: "y" } }, 401)],
  ["fails", { status: 500, body: "<html>" }],
  ["is throttled", { status: 429, headers: { "retry-after": "0" } }],
  ["returns text that is not JSON", { body: "<html>" }],
];

function print(value: unknown): string {
  return inspect(value, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(value);
}

it.each(answers)("does not expose the token when a call %s", async (_, answer) => {
  const service = await serve(() => answer);
  let shown = "";
  const see = (...args: unknown[]): void => {
    shown += print(args);
  };
  const hooks = { beforeRequest: see, afterResponse: see, beforeRetry: see };
  const client = createClient({ baseUrl: service.origin, token: "secret", hooks, retry: 1 });
  await request(client, getThing, { headers: { authorization: "Bearer secret" } }).then(see, see);
  expect(print(client) + shown).not.toContain("secret");
  expect(shown).toContain("getThing");
});

it("does not expose the token when the connection fails", async () => {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", token: "secret", retry: 0 });
  const error = await reasonOf(request(client, getThing, {}));
  expect(error).toMatchObject({ kind: "network" });
  expect(print(error)).not.toContain("secret");
});

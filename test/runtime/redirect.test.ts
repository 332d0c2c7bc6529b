import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import {
  createClient,
  request,
  requestContent,
  type ClientOptions,
  type GraphClient,
  type Operation,
} from "../../generator/output/runtime/index.ts";
import { reasonOf, useServices } from "../support/serve.ts";
import { json, type Received, type Service } from "../support/service.ts";

const { serve, serveRaw } = useServices();

const getThing: Operation = { name: "getThing", routes: [{ method: "GET", path: "/thing" }] };
const headers = { "x-key": "secret", Range: "bytes=0-1", "If-Match": "x" };

/** A service that redirects to another, and a client of it. */
async function redirecting(
  options: ClientOptions = {},
): Promise<{ client: GraphClient; other: Service; home: Service }> {
  const other = await serve(() => json({ there: true }));
  const home = await serve(({ url }) => ({
    status: 302,
    headers: { location: url === "/v1.0/thing" ? "/v1.0/again" : `${other.origin}/file` },
  }));
  const client = createClient({ baseUrl: home.origin, token: "secret", clientRequestId: () => "id", ...options });
  return { client, other, home };
}

function sentTo({ received }: Service): readonly (readonly unknown[])[] {
  return received.map(({ url, headers: sent }: Received) => [
    url,
    sent.authorization,
    sent["x-key"],
    sent["client-request-id"],
    sent.range,
  ]);
}

it("follows redirects, and sends no header to another origin that the download does not need", async () => {
  const { client, other, home } = await redirecting();
  const response = await requestContent(client, getThing, { headers });
  expect(await response.json()).toEqual({ there: true });
  expect(sentTo(home)).toEqual([
    ["/v1.0/thing", "Bearer secret", "secret", "id", "bytes=0-1"],
    ["/v1.0/again", "Bearer secret", "secret", "id", "bytes=0-1"],
  ]);
  expect(sentTo(other)).toEqual([["/file", undefined, undefined, undefined, "bytes=0-1"]]);
});

it("leaves redirects to a browser, which hides their targets", async () => {
  const sent: unknown[] = [];
  const browser: typeof fetch = (url, init) => {
    sent.push([url, init?.redirect]);
    const hidden = Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
    return Promise.resolve(init?.redirect === "manual" ? hidden : Response.json({ there: true }));
  };
  const client = createClient({ baseUrl: "https://graph.example", fetch: browser });
  expect(await request(client, getThing, {})).toEqual({ there: true });
  expect(sent).toEqual(["manual", "follow"].map((redirect) => ["https://graph.example/v1.0/thing", redirect]));
});

it("rejects a redirect without a target", async () => {
  const home = await serve(() => ({ status: 302 }));
  expect(await reasonOf(request(createClient({ baseUrl: home.origin }), getThing, {}))).toMatchObject({ status: 302 });
  expect(home.received.length).toBe(1);
});

const refused: readonly (readonly [string, string])[] = [
  ["to a page of the platform", "data:application/json,{}"],
  ["without a valid target", "http://["],
  ["in a circle", "/v1.0/thing"],
];

it.each(refused)("rejects a redirect %s", async (_, location) => {
  const home = await serve(() => ({ status: 302, headers: { location } }));
  expect(await reasonOf(request(createClient({ baseUrl: home.origin }), getThing, {}))).toMatchObject({ status: 302 });
  expect(home.received.length).toBeLessThanOrEqual(21);
});

it.each(["POST", "DELETE", "PUT"])("does not follow the redirect of a %s", async (method) => {
  const { client, other, home } = await redirecting();
  const call = request(client, { name: "change", routes: [{ method, path: "/thing" }] }, {});
  expect(await reasonOf(call)).toMatchObject({ status: 302 });
  expect([home.received.length, other.received.length]).toEqual([1, 0]);
});

const readings: readonly (readonly [string, (response: Response) => unknown])[] = [
  ["is read", (response) => response.text()],
  ["is canceled", (response) => response.body?.cancel()],
  ["breaks", (response) => reasonOf(response.text())],
];

it.each(readings)("removes its listener from the signal of the caller when a download %s", async (how, read) => {
  const origin = await serveRaw((_, outgoing) => {
    outgoing.writeHead(200, { "content-length": "4" }).write("ab");
    setTimeout(() => (how === "breaks" ? outgoing.destroy() : outgoing.end("cd")), 20);
  });
  const { signal } = new AbortController();
  const response = await requestContent(createClient({ baseUrl: origin }), getThing, { signal });
  expect(getEventListeners(signal, "abort").length).toBe(1);
  const result = await read(response);
  if (how === "breaks") expect(result).toMatchObject({ kind: "network", operation: "getThing" });
  expect(getEventListeners(signal, "abort").length).toBe(0);
});

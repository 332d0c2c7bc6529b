import { expect, it } from "vitest";
import {
  createClient,
  delta,
  request,
  type CallOptions,
  type Collection,
  type GraphClient,
  type GraphError,
} from "../../generator/output/runtime/index.ts";
import { reasonOf, useServices } from "../support/serve.ts";
import { json, type Answer, type Service } from "../support/service.ts";

const { serve } = useServices();

async function deltaThings(client: GraphClient, options: CallOptions = {}): Promise<Collection<string>> {
  const operation = { name: "deltaThings", routes: [{ method: "GET", path: "/things/delta" }] };
  return await request<Collection<string>>(client, operation, options);
}

/** A service whose token `old` is gone, and which then gives two pages from `fresh` and a token `new`. */
async function serveChanges(gone: (origin: string) => Answer): Promise<{ service: Service; client: GraphClient }> {
  const service: Service = await serve(({ url }) => {
    const link = (token: string): string => `${service.origin}/v1.0/things/delta?token=${token}`;
    if (url.includes("old")) return gone(service.origin);
    if (url.includes("page")) return json({ value: ["c"], "@odata.deltaLink": link("new") });
    return json({ value: ["a", "b"], "@odata.nextLink": link("page") });
  });
  return { service, client: createClient({ baseUrl: `${service.origin}/v1.0`, token: "t" }) };
}

const error = { code: "resyncChangesApplyDifferences", message: "Start again." };

const places: readonly (readonly [string, (origin: string) => Answer, string])[] = [
  [
    "at the location",
    (origin) => json({ error }, 410, { location: `${origin}/v1.0/things/delta?token=fresh` }),
    "/v1.0/things/delta?token=fresh",
  ],
  [
    "at a relative location",
    () => json({ error }, 410, { location: "/things/delta?token=" }),
    "/v1.0/things/delta?token=",
  ],
  ["from the beginning", () => json({ error }, 410), "/v1.0/things/delta?$top=2"],
];

it.each(places)("starts again %s when the position is gone", async (_, gone, want) => {
  const { service, client } = await serveChanges(gone);
  const events: unknown[] = [];
  const onResync = async ({ code }: GraphError): Promise<void> => {
    await Promise.resolve();
    events.push(code);
  };
  const resumeToken = `${service.origin}/v1.0/things/delta?token=old`;
  const changes = delta(client, deltaThings, { query: { $top: 2 } }, { resumeToken, onResync });
  for await (const item of changes) events.push(item);
  expect(events).toEqual([error.code, "a", "b", "c"]);
  expect(service.received.map(({ url }) => url)).toEqual([
    "/v1.0/things/delta?token=old",
    want,
    "/v1.0/things/delta?token=page",
  ]);
  expect(changes.resumeToken).toBe(`${service.origin}/v1.0/things/delta?token=new`);
});

it("iterates over pages, and without a position over everything", async () => {
  const { client } = await serveChanges(() => json({}, 410));
  const pages: (readonly string[])[] = [];
  for await (const { value } of delta(client, deltaThings, {}).pages()) pages.push(value);
  expect(pages).toEqual([["a", "b"], ["c"]]);
});

const failures: readonly (readonly [string, (origin: string) => Answer, object, number])[] = [
  ["another error", () => json({ error }, 400), { status: 400 }, 1],
  [
    "a location that is gone as well",
    () => json({ error }, 410, { location: "/things/delta?token=old" }),
    { status: 410 },
    2,
  ],
  [
    "a location of another origin",
    () => json({ error }, 410, { location: "https://evil.example/x" }),
    { kind: "response" },
    1,
  ],
];

it.each(failures)("throws after %s", async (_, gone, want, requests) => {
  const { service, client } = await serveChanges(gone);
  const collect = async (): Promise<void> => {
    const resumeToken = `${service.origin}/v1.0/things/delta?token=old`;
    for await (const item of delta(client, deltaThings, {}, { resumeToken })) expect(item).toBeUndefined();
  };
  expect(await reasonOf(collect())).toMatchObject(want);
  expect(service.received.length).toBe(requests);
});

it("throws the error of `onResync`, and asks again in the next iteration", async () => {
  const { service, client } = await serveChanges(() => json({ error }, 410));
  const resumeToken = `${service.origin}/v1.0/things/delta?token=old`;
  let isReady = false;
  const onResync = (): void => {
    if (!isReady) throw new RangeError("busy");
  };
  const changes = delta(client, deltaThings, {}, { resumeToken, onResync });
  const first = async (): Promise<unknown> => {
    for await (const item of changes) return item;
    return undefined;
  };
  expect(await reasonOf(first())).toBeInstanceOf(RangeError);
  expect(changes.resumeToken).toBe(resumeToken);
  isReady = true;
  expect(await first()).toBe("a");
});

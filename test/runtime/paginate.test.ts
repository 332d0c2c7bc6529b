import { afterEach, expect, it } from "vitest";
import {
  createClient,
  GraphError,
  paginate,
  request,
  type CallOptions,
  type Collection,
  type GraphClient,
} from "../../generator/output/runtime/index.ts";
import { json, startService, type Answer, type Received, type Service } from "../support/service.ts";

let service: Service | null = null;

afterEach(async () => {
  await service?.close();
  service = null;
});

async function serve(answer: (request: Received) => Answer | null): Promise<Service> {
  service = await startService(answer);
  return service;
}

async function listThings(client: GraphClient, options: CallOptions = {}): Promise<Collection<number>> {
  return await request<Collection<number>>(
    client,
    { name: "listThings", routes: [{ method: "GET", path: "/things" }] },
    options,
  );
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

it("iterates over the items of all pages, with the caller's headers on each", async () => {
  const { origin, received } = await serve(({ url, headers }) => {
    const next = `http://${headers.host ?? ""}/v1.0/things?$skiptoken=x%20y`;
    return json(url.includes("skiptoken") ? { value: [3] } : { value: [1, 2], "@odata.nextLink": next });
  });
  const client = createClient({ baseUrl: `${origin}/v1.0`, token: "secret" });
  const options = { query: { $top: 2 }, headers: { ConsistencyLevel: "eventual" } };
  expect(await collect(paginate(client, listThings, options))).toEqual([1, 2, 3]);
  expect(received.map(({ url, headers }) => [url, headers.authorization, headers.consistencylevel])).toEqual([
    ["/v1.0/things?$top=2", "Bearer secret", "eventual"],
    ["/v1.0/things?$skiptoken=x%20y", "Bearer secret", "eventual"],
  ]);
});

it("requests a page only when its items are needed", async () => {
  const { origin, received } = await serve(({ headers, url }) =>
    json({ value: [1], "@odata.nextLink": `http://${headers.host ?? ""}${url}1` }),
  );
  for await (const item of paginate(createClient({ baseUrl: origin }), listThings)) if (item === 1) break;
  expect(received.length).toBe(1);
});

it("does not follow a link to another origin", async () => {
  const { origin, received } = await serve(() =>
    json({ value: [1], "@odata.nextLink": "https://evil.example/things" }),
  );
  const client = createClient({ baseUrl: origin, token: "secret" });
  await expect(collect(paginate(client, listThings))).rejects.toThrow("to another origin");
  expect(received.length).toBe(1);
});

it("stops if a page links to a page that was read before", async () => {
  const { origin } = await serve(({ headers }) =>
    json({ value: [1], "@odata.nextLink": `http://${headers.host ?? ""}/again` }),
  );
  await expect(collect(paginate(createClient({ baseUrl: origin }), listThings))).rejects.toThrow(
    "page that was read before",
  );
});

it("throws the error of a later page", async () => {
  const { origin } = await serve(({ headers, url }) =>
    url === "/v1.0/things"
      ? json({ value: [1], "@odata.nextLink": `http://${headers.host ?? ""}/next` })
      : json({ error: { code: "tooManyRequests", message: "Later." } }, 429),
  );
  const items = collect(paginate(createClient({ baseUrl: origin, retry: 0 }), listThings));
  await expect(items).rejects.toBeInstanceOf(GraphError);
  await expect(items).rejects.toMatchObject({ code: "tooManyRequests", operation: "listThings" });
});

const ends: readonly (readonly [string, unknown])[] = [
  ["absent", undefined],
  ["null", null],
  ["empty", ""],
];

it.each(ends)("ends at a page whose next link is %s", async (_, link) => {
  const { origin, received } = await serve(() =>
    json({ value: [1], "@odata.nextLink": link, "@odata.deltaLink": link }),
  );
  const things = paginate(createClient({ baseUrl: origin }), listThings);
  expect(await collect(things)).toEqual([1]);
  expect([things.resumeToken, received.length]).toEqual([null, 1]);
});

const relative: readonly (readonly [string, object])[] = [
  ["to the base URL", { "@odata.nextLink": "/things?$skip=1" }],
  ["to the host", { "@odata.nextLink": "/v1.0/things?$skip=1" }],
  ["to the page", { "@odata.nextLink": "?$skip=1" }],
  ["to the folder of the page", { "@odata.nextLink": "things?$skip=1" }],
  ["to a context URL", { "@odata.nextLink": "things?$skip=1", "@odata.context": "$metadata#things" }],
];

it.each(relative)("follows a link that is relative %s, and continues from it later", async (_, links) => {
  const { origin, received } = await serve(({ url }) =>
    json(url.includes("skip") ? { value: [2] } : { value: [1], ...links }),
  );
  const client = createClient({ baseUrl: `${origin}/v1.0` });
  const things = paginate(client, listThings);
  for await (const item of things) if (item === 1) break;
  expect(things.resumeToken).toBe(`${origin}/v1.0/things?$skip=1`);
  expect(await collect(things)).toEqual([2]);
  expect(received.map(({ url }) => url)).toEqual(["/v1.0/things", "/v1.0/things?$skip=1"]);
});

/** A service with three pages of two items each, and the requests that it received. */
async function serveNumbers(last: object = {}): Promise<{ client: GraphClient; urls: () => string[] }> {
  const { origin, received } = await serve(({ url, headers }) => {
    const page = Number(/skiptoken=(\d)/.exec(url)?.[1] ?? 0);
    const next = { "@odata.nextLink": `http://${headers.host ?? ""}/v1.0/things?$skiptoken=${page + 1}` };
    return json({ value: [2 * page + 1, 2 * page + 2], ...(page < 2 ? next : last) });
  });
  return { client: createClient({ baseUrl: origin }), urls: () => received.map(({ url }) => url) };
}

it("iterates over pages", async () => {
  const { client } = await serveNumbers({ "@odata.count": 6 });
  const pages = await collect(paginate(client, listThings, {}).pages());
  expect(pages.map(({ value }) => value)).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(pages.at(-1)?.["@odata.count"]).toBe(6);
});

/** Reads the first items and leaves the rest. */
async function take<T>(items: AsyncIterable<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  if (count === 0) return taken;
  for await (const item of items) if (taken.push(item) === count) break;
  return taken;
}

it("continues after any item, even in another process", async () => {
  const { client } = await serveNumbers();
  for (let count = 0; count <= 6; count += 1) {
    const first = paginate(client, listThings, {});
    const items = await take(first, count);
    const token = first.resumeToken;
    if (token === null) expect(count).toBe(6);
    else items.push(...(await collect(paginate(client, listThings, {}, token))));
    expect(items).toEqual([1, 2, 3, 4, 5, 6]);
  }
});

it("continues with the remaining pages, and with the rest of a page", async () => {
  const { client, urls } = await serveNumbers();
  const things = paginate(client, listThings, {});
  for await (const item of things) if (item === 3) break;
  const pages = await collect(things.pages());
  expect(pages.map(({ value }) => value)).toEqual([[4], [5, 6]]);
  expect(urls()).toEqual(["/v1.0/things", "/v1.0/things?$skiptoken=1", "/v1.0/things?$skiptoken=2"]);
});

it("requests the changes since the last page of a delta query", async () => {
  const { origin, received } = await serve(({ url, headers }) =>
    json({ value: [], "@odata.deltaLink": `http://${headers.host ?? ""}/v1.0/things?$deltatoken=${url.length}` }),
  );
  const client = createClient({ baseUrl: origin });
  const first = paginate(client, listThings, { query: { $top: 1 } });
  expect(await collect(first)).toEqual([]);
  const second = paginate(client, listThings, {}, first.resumeToken ?? "");
  expect(await collect(second)).toEqual([]);
  expect(second.resumeToken).toBe(`${origin}/v1.0/things?$deltatoken=27`);
  expect(received.map(({ url }) => url)).toEqual(["/v1.0/things?$top=1", "/v1.0/things?$deltatoken=19"]);
});

it("does not follow a resume token to another origin", async () => {
  const { client, urls } = await serveNumbers();
  const items = collect(paginate(client, listThings, {}, "https://evil.example/things#1"));
  await expect(items).rejects.toMatchObject({ kind: "response", operation: "listThings" });
  expect(urls()).toEqual([]);
});

it("stops between two items when the caller aborts", async () => {
  const { client, urls } = await serveNumbers();
  const controller = new AbortController();
  const seen: number[] = [];
  const iterate = async (): Promise<void> => {
    for await (const item of paginate(client, listThings, { signal: controller.signal })) {
      seen.push(item);
      controller.abort();
    }
  };
  await expect(iterate()).rejects.toMatchObject({ kind: "abort", operation: "listThings" });
  expect([seen, urls()]).toEqual([[1], ["/v1.0/things"]]);
});

it("rejects a response that is not a page", async () => {
  const { origin } = await serve(() => json({ value: "x" }));
  const items = collect(paginate(createClient({ baseUrl: origin }), listThings));
  await expect(items).rejects.toThrow(
    'listThings: Unexpected response, expected a page with an array as its "value" and text as its links',
  );
});

it("ignores the fragment of a link, which is no number of items", async () => {
  await serve(({ url }) =>
    url.endsWith("p2") ? json({ value: [3, 4] }) : json({ value: [1, 2], "@odata.nextLink": "/v1.0/p2#1" }),
  );
  const client = createClient({ baseUrl: `${service?.origin}/v1.0` });
  const first = paginate(client, listThings, {});
  for await (const item of first) if (item === 2) break;
  expect(await collect(paginate(client, listThings, {}, first.resumeToken ?? ""))).toEqual([3, 4]);
});

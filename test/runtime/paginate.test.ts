import { afterEach, expect, it } from "vitest";
import {
  createClient,
  GraphError,
  paginate,
  request,
  type CallOptions,
  type Collection,
  type GraphClient,
} from "../../generator/runtime/index.ts";
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

it("asks for a page only when its items are wanted", async () => {
  const { origin, received } = await serve(({ headers, url }) =>
    json({ value: [1], "@odata.nextLink": `http://${headers.host ?? ""}${url}1` }),
  );
  for await (const item of paginate(createClient({ baseUrl: origin }), listThings)) if (item === 1) break;
  expect(received.length).toBe(1);
});

it("follows no link to another origin", async () => {
  const { origin, received } = await serve(() =>
    json({ value: [1], "@odata.nextLink": "https://evil.example/things" }),
  );
  const client = createClient({ baseUrl: origin, token: "secret" });
  await expect(collect(paginate(client, listThings))).rejects.toThrow("to another origin");
  expect(received.length).toBe(1);
});

it("stops when a page links to one seen before", async () => {
  const { origin } = await serve(({ headers }) =>
    json({ value: [1], "@odata.nextLink": `http://${headers.host ?? ""}/again` }),
  );
  await expect(collect(paginate(createClient({ baseUrl: origin }), listThings))).rejects.toThrow("followed before");
});

it("throws the error of a later page", async () => {
  const { origin } = await serve(({ headers, url }) =>
    url === "/things"
      ? json({ value: [1], "@odata.nextLink": `http://${headers.host ?? ""}/next` })
      : json({ error: { code: "tooManyRequests", message: "Later." } }, 429),
  );
  const items = collect(paginate(createClient({ baseUrl: origin, retry: 0 }), listThings));
  await expect(items).rejects.toBeInstanceOf(GraphError);
  await expect(items).rejects.toMatchObject({ code: "tooManyRequests", operation: "listThings" });
});

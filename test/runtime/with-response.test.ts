import { expect, it } from "vitest";
import {
  batch,
  createClient,
  paginate,
  request,
  requestVoid,
  withResponse,
  type Collection,
  type GraphClient,
} from "../../generator/output/runtime/index.ts";
import { reasonOf, useServices } from "../support/serve.ts";
import { json } from "../support/service.ts";

const { serve } = useServices();

const create = { name: "createThing", routes: [{ method: "POST", path: "/things" }] };

async function createThing(client: GraphClient): Promise<{ id: string }> {
  return await request<{ id: string }>(client, create, { body: {} });
}

it("returns the status and headers beside the result", async () => {
  const service = await serve(() => json({ id: "1" }, 201, { location: "/things/1" }));
  const client = createClient({ baseUrl: service.origin });
  const { data, status, headers } = await withResponse(client, createThing);
  expect([data.id, status, headers.get("location")]).toEqual(["1", 201, "/things/1"]);
  const nothing = await withResponse(client, (c) => requestVoid(c, create, { body: {} }));
  expect([nothing.data, nothing.status]).toEqual([undefined, 201]);
});

it("returns those of a call in a batch", async () => {
  const responses = [{ id: "1", status: 201, headers: { Location: "/things/1" }, body: { id: "1" } }];
  const service = await serve(() => json({ responses }));
  const client = createClient({ baseUrl: service.origin });
  const [{ data, status, headers }] = await batch(client, (b) => [withResponse(b, createThing)]);
  expect([data.id, status, headers.get("location")]).toEqual(["1", 201, "/things/1"]);
});

it("returns those of the last response of several", async () => {
  const service = await serve(({ url }) =>
    json({ value: [url], ...(url.includes("2") ? {} : { "@odata.nextLink": "?page=2" }) }, 200, { "x-url": url }),
  );
  const list = (client: GraphClient): Promise<Collection<string>> =>
    request<Collection<string>>(client, { name: "listThings", routes: [{ method: "GET", path: "/things" }] }, {});
  const { data, headers } = await withResponse(createClient({ baseUrl: service.origin }), async (c) => {
    const items: string[] = [];
    for await (const item of paginate(c, list)) items.push(item);
    return items;
  });
  expect([data, headers.get("x-url")]).toEqual([["/v1.0/things", "/v1.0/things?page=2"], "/v1.0/things?page=2"]);
});

it("throws the error of the call, and rejects a call without a request", async () => {
  const service = await serve(() => json({ error: { code: "x", message: "y" } }, 400, { "x-id": "1" }));
  const client = createClient({ baseUrl: service.origin });
  expect(await reasonOf(withResponse(client, createThing))).toMatchObject({ status: 400, code: "x" });
  expect(await reasonOf(withResponse(client, () => Promise.resolve(1)))).toMatchObject({ kind: "argument" });
});

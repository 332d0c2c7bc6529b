import { expect, it } from "vitest";
import { createMock, type Mock } from "../../generator/output/testing/mock.ts";
import type { MockOperation } from "../../generator/output/testing/model.ts";

const CARS = [{ method: "GET", path: "/vehicles/{vehicleId}" }];

/** Operations with the same URLs, as pages of subtypes have them. */
const OPERATIONS: readonly MockOperation[] = [
  {
    name: "getVehicle",
    routes: CARS,
    examples: [
      { url: "/vehicles/1", status: 200, json: { name: "any" } },
      { url: "/vehicles/2?$select=name", status: 200, json: { name: "selected" } },
      { url: "/vehicles/1", status: 404, json: { error: { code: "Gone" } } },
    ],
  },
  { name: "getCar", routes: CARS, examples: [{ url: "/vehicles/car-7", status: 200, json: { name: "car" } }] },
  {
    name: "getNew",
    routes: [{ method: "GET", path: "/vehicles/new" }],
    examples: [{ status: 200, json: { name: "new" } }],
  },
  {
    name: "createVehicle",
    routes: [{ method: "POST", path: "/vehicles" }],
    examples: [{ status: 201, json: { name: "created" } }],
  },
  {
    name: "createCar",
    routes: [{ method: "POST", path: "/vehicles" }],
    types: ["garage.car"],
    examples: [{ type: "garage.racer", status: 201, json: { name: "created car" } }],
  },
  {
    name: "listVehicles",
    routes: [{ method: "GET", path: "/vehicles" }],
    examples: [{ status: 200, json: { "@odata.count": 3, value: [1, 2, 3], "@odata.nextLink": "https://other/x" } }],
  },
  {
    name: "deltaVehicles",
    routes: [{ method: "GET", path: "/vehicles/delta" }],
    examples: [{ status: 200, json: { value: [1], "@odata.deltaLink": "https://other/x" } }],
  },
  {
    name: "getLogo",
    routes: [{ method: "GET", path: "/logo" }],
    examples: [{ status: 302, headers: { Location: "https://other/x" }, text: "logo" }],
  },
];

const BASE = "https://garage.example/v1.0";
const mock: Mock = createMock({ operations: OPERATIONS, baseUrl: BASE });

interface Given {
  readonly method?: string;
  readonly prefer?: string;
  readonly body?: object;
}

async function ask(path: string, { method = "GET", prefer, body }: Given = {}) {
  const headers = { "content-type": "application/json", ...(prefer === undefined ? {} : { prefer }) };
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await mock.answer(new Request(`${BASE}${path}`, { method, headers, ...init }));
  const text = await response.text();
  const json: unknown = text.startsWith("{") ? JSON.parse(text) : text;
  return { status: response.status, json };
}

const choices: readonly [what: string, path: string, given: Given, name: string][] = [
  ["the first operation", "/vehicles/9", {}, "any"],
  ["the URL of an example", "/vehicles/car-7", {}, "car"],
  ["the URL of an example with its query", "/vehicles/2?$select=name", {}, "selected"],
  ["the more specific URL", "/vehicles/new", {}, "new"],
  ["the header", "/vehicles/9", { prefer: "example=getCar" }, "car"],
  ["the header, among others", "/vehicles/9", { prefer: 'return=minimal, example="getVehicle.2"' }, "selected"],
  ["the header rather than the more specific URL", "/vehicles/new", { prefer: "example=getVehicle" }, "any"],
  ["@odata.type", "/vehicles", { method: "POST", body: { "@odata.type": "#garage.car" } }, "created car"],
  [
    "@odata.type of an example",
    "/vehicles",
    { method: "POST", body: { "@odata.type": "garage.racer" } },
    "created car",
  ],
  ["the first operation for another type", "/vehicles", { method: "POST", body: { "@odata.type": "#a.b" } }, "created"],
  [
    "the header rather than @odata.type",
    "/vehicles",
    { method: "POST", prefer: "example=createVehicle", body: { "@odata.type": "#garage.car" } },
    "created",
  ],
];

it.each(choices)("chooses by %s", async (_, path, given, name) => {
  expect((await ask(path, given)).json).toEqual({ name });
});

it("answers with an error of the page only if the header selects it", async () => {
  expect((await ask("/vehicles/1")).status).toBe(200);
  expect((await ask("/vehicles/1", { prefer: "example=getVehicle.3" })).status).toBe(404);
  expect(await ask("/vehicles/1", { prefer: "example=getVehicle.4" })).toMatchObject({
    status: 400,
    json: { error: { message: "Unexpected example of getVehicle, expected a number up to 3" } },
  });
});

it("answers with pages whose links lead to itself", async () => {
  const next = (position: number, query = ""): string => `${BASE}/vehicles?${query}$skiptoken=mock-${String(position)}`;
  expect((await ask("/vehicles")).json).toEqual({ "@odata.count": 3, value: [1, 2, 3], "@odata.nextLink": next(3) });
  expect((await ask("/vehicles?$skiptoken=mock-3")).json).toEqual({ "@odata.count": 3, value: [] });
  expect((await ask("/vehicles?$top=2")).json).toMatchObject({ value: [1, 2], "@odata.nextLink": next(2, "$top=2&") });
  expect((await ask("/vehicles?$top=2&$skiptoken=mock-2")).json).toEqual({ "@odata.count": 3, value: [3] });
});

it("answers a delta query with changes once", async () => {
  const deltaLink = `${BASE}/vehicles/delta?$deltatoken=mock-delta`;
  expect((await ask("/vehicles/delta")).json).toEqual({ value: [1], "@odata.deltaLink": deltaLink });
  expect((await ask("/vehicles/delta?$deltatoken=mock-delta")).json).toEqual({
    value: [],
    "@odata.deltaLink": deltaLink,
  });
});

it("answers with the content to which the service redirects", async () => {
  expect(await ask("/logo")).toEqual({ status: 200, json: "logo" });
});

it("answers the parts of a batch in order, and fails those that depend on a failure", async () => {
  const requests = [
    { id: "a", method: "GET", url: "/vehicles/1" },
    { id: "b", method: "GET", url: "/nothing" },
    { id: "c", method: "GET", url: "/logo", dependsOn: ["b"] },
    { id: "d", method: "GET", url: "/logo" },
  ];
  const { json } = await ask("/$batch", { method: "POST", body: { requests } });
  expect(json).toMatchObject({
    responses: [
      { id: "a", status: 200, body: { name: "any" } },
      { id: "b", status: 404 },
      { id: "c", status: 424 },
      { id: "d", status: 200, body: btoa("logo") },
    ],
  });
});

it.each([
  [{ requests: [] }, "expected requests with an id, a method and a url"],
  [{ requests: [{ method: "GET" }] }, "expected requests with an id, a method and a url"],
  [
    { requests: Array.from({ length: 21 }, (_, id) => ({ id: String(id), url: "/vehicles" })) },
    "of 21 requests, expected up to 20",
  ],
])("refuses a batch that the service would refuse", async (body, message) => {
  const { status, json } = await ask("/$batch", { method: "POST", body });
  expect(status).toBe(400);
  expect(JSON.stringify(json)).toContain(message);
});

it.each([
  ["/vehicle/1", "GET", "GET /vehicles/{vehicleId}"],
  ["/vehicles/1/wheels", "GET", "GET /vehicles/{vehicleId}"],
  ["/vehicles", "PATCH", "POST /vehicles or GET /vehicles"],
])("names the documented URLs near %s", async (path, method, expected) => {
  const { status, json } = await ask(path, { method });
  expect([status, JSON.stringify(json)]).toEqual([
    404,
    expect.stringContaining(`which is not documented, expected ${expected}`),
  ]);
});

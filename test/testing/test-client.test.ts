import { expect, expectTypeOf, it } from "vitest";
import {
  createWindowsAutopilotDeviceIdentity as createDevice,
  deleteWindowsAutopilotDeviceIdentity as deleteDevice,
  getWindowsAutopilotDeviceIdentity as getDevice,
  listWindowsAutopilotDeviceIdentities as listDevices,
  type WindowsAutopilotDeviceIdentity as Device,
} from "../../generated/src/windowsAutopilotDeviceIdentity.ts";
import { batch, paginate, type GraphClient } from "../../generated/src/runtime/index.ts";
import { createTestClient, examples, failure, inTurn, pages, throttled } from "../../generated/src/testing/index.ts";
import { reasonOf } from "../support/serve.ts";

const path = { windowsAutopilotDeviceIdentityId: "1" };

async function serialNumbers(client: GraphClient): Promise<readonly unknown[]> {
  const numbers: unknown[] = [];
  for await (const device of paginate(client, listDevices, {})) numbers.push(device.serialNumber);
  return numbers;
}

it("answers with the example of the page", async () => {
  const client = createTestClient();
  expect(await getDevice(client, { path })).toEqual(examples.getWindowsAutopilotDeviceIdentity.response);
  expect(client.requests).toMatchObject([
    { operation: "getWindowsAutopilotDeviceIdentity", method: "GET", path, body: undefined },
  ]);
});

it("has typed examples, whose request is one of the function", async () => {
  const example = examples.createWindowsAutopilotDeviceIdentity;
  expectTypeOf(example.response).toEqualTypeOf<Device>();
  expectTypeOf(examples.getWindowsAutopilotDeviceIdentity.response.serialNumber).toEqualTypeOf<string | undefined>();
  const client = createTestClient();
  expect(await createDevice(client, example.request)).toEqual(example.response);
  expect(client.requests[0]?.body).toEqual(example.request.body);
});

it("gives a new copy of an example at each access", () => {
  examples.getWindowsAutopilotDeviceIdentity.response.serialNumber = "changed";
  expect(examples.getWindowsAutopilotDeviceIdentity.response.serialNumber).not.toBe("changed");
});

it("lists the names of the request functions", () => {
  expect(Object.keys(examples)).toContain("listWindowsAutopilotDeviceIdentities");
  expect(Object.keys(examples).length).toBe(27);
});

it("answers with a value, and with a function of the request", async () => {
  const client = createTestClient({
    getWindowsAutopilotDeviceIdentity: { serialNumber: "S-1" },
    createWindowsAutopilotDeviceIdentity: ({ body }) => ({ ...body, id: "2" }),
  });
  expect(await getDevice(client, { path })).toEqual({ serialNumber: "S-1" });
  const { body } = examples.createWindowsAutopilotDeviceIdentity.request;
  expect(await createDevice(client, { body })).toEqual({ ...body, id: "2" });
});

it("accepts only what the function returns", () => {
  // @ts-expect-error not a function of the package
  createTestClient({ getWindowsAutopilotDevice: {} });
  // @ts-expect-error not a property of a device
  createTestClient({ getWindowsAutopilotDeviceIdentity: { serial: "S-1" } });
  // @ts-expect-error not a number
  createTestClient({ getWindowsAutopilotDeviceIdentity: { serialNumber: 1 } });
  // @ts-expect-error not the items alone
  createTestClient({ listWindowsAutopilotDeviceIdentities: [] });
});

it("answers with errors in the form of the service", async () => {
  const client = createTestClient({ deleteWindowsAutopilotDeviceIdentity: failure(403, "Denied", "No.") });
  const wanted = { name: "GraphError", status: 403, code: "Denied" };
  expect(await reasonOf(deleteDevice(client, { path }))).toMatchObject(wanted);
  expect(await reasonOf(deleteDevice(client, { path })), "again").toMatchObject(wanted);
});

it("lets the runtime repeat a throttled request", async () => {
  const client = createTestClient({
    getWindowsAutopilotDeviceIdentity: inTurn(throttled(0), failure(503), { serialNumber: "S-1" }),
  });
  expect(await getDevice(client, { path })).toEqual({ serialNumber: "S-1" });
  expect(client.requests).toHaveLength(3);
});

it("continues with the example", async () => {
  const client = createTestClient({ getWindowsAutopilotDeviceIdentity: inTurn(throttled(0), undefined) });
  expect(await getDevice(client, { path })).toEqual(examples.getWindowsAutopilotDeviceIdentity.response);
});

it("answers with a list in pages", async () => {
  const client = createTestClient({
    listWindowsAutopilotDeviceIdentities: pages(
      [{ serialNumber: "S-1" }, { serialNumber: "S-2" }],
      [],
      [{ serialNumber: "S-3" }],
    ),
  });
  expect(await serialNumbers(client)).toEqual(["S-1", "S-2", "S-3"]);
  expect(client.requests).toHaveLength(3);
});

it("ends the list of an example, although the example has a link to the next page", async () => {
  const client = createTestClient();
  const first = examples.listWindowsAutopilotDeviceIdentities.response;
  expect(first["@odata.nextLink"]).toBeDefined();
  expect(await serialNumbers(client)).toEqual(first.value.map(({ serialNumber }) => serialNumber));
});

it("answers the requests of a batch, with replies and with examples", async () => {
  const client = createTestClient({ getWindowsAutopilotDeviceIdentity: { serialNumber: "S-1" } });
  const { device, list, gone } = await batch(client, (b) => ({
    device: getDevice(b, { path }),
    list: listDevices(b, {}),
    gone: deleteDevice(b, { path }),
  }));
  expect([device, gone]).toEqual([{ serialNumber: "S-1" }, undefined]);
  expect(list.value).toEqual(examples.listWindowsAutopilotDeviceIdentities.response.value);
});

it("runs hooks, and keeps its own header from them and from the request", async () => {
  const seen: string[] = [];
  const client = createTestClient({}, { token: "secret", hooks: { beforeRequest: ({ url }) => void seen.push(url) } });
  await getDevice(client, { path, headers: { "x-own": "1" } });
  expect(seen).toHaveLength(1);
  const headers = client.requests[0]?.headers;
  expect([headers?.get("authorization"), headers?.get("x-own")]).toEqual(["Bearer secret", "1"]);
  expect([...(headers?.keys() ?? [])].filter((name) => name.startsWith("x-mock"))).toEqual([]);
});

it("says which URL is documented", async () => {
  const client = createTestClient();
  const reason = await reasonOf(
    client
      .send({ method: "GET", url: "/nothing", headers: new Headers() })
      .then((r) => r.text())
      .then((text) => Promise.reject(new Error(text))),
  );
  expect(String(reason)).toContain("Unexpected GET /nothing, which is not documented");
});

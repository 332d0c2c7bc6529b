import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import {
  getWindowsAutopilotDeviceIdentity as getDevice,
  listWindowsAutopilotDeviceIdentities as listDevices,
} from "../../generated/src/windowsAutopilotDeviceIdentity.ts";
import { batch, createClient, paginate } from "../../generated/src/runtime/index.ts";
import { examples, failure, inTurn, pages, throttled } from "../../generated/src/testing/index.ts";
import { createHandlers, handlers } from "../../generated/src/testing/msw.ts";
import { reasonOf } from "../support/serve.ts";

const server = setupServer(...handlers);
beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(() => {
  server.resetHandlers();
});
afterAll(() => {
  server.close();
});

const client = createClient({ token: "secret", retry: { delay: () => 0 } });
const path = { windowsAutopilotDeviceIdentityId: "1" };
const { response: device } = examples.getWindowsAutopilotDeviceIdentity;

it("answers every documented request with its example", async () => {
  expect(await getDevice(client, { path })).toEqual(device);
  expect((await listDevices(client)).value).toEqual(examples.listWindowsAutopilotDeviceIdentities.response.value);
});

it("answers with a reply until the handlers are reset", async () => {
  server.use(handlers.getWindowsAutopilotDeviceIdentity({ serialNumber: "S-1" }));
  expect(await getDevice(client, { path })).toEqual({ serialNumber: "S-1" });
  expect((await listDevices(client)).value, "of another operation").toHaveLength(2);
  server.resetHandlers();
  expect(await getDevice(client, { path })).toEqual(device);
});

it("answers once, even if requests of other operations come first", async () => {
  server.use(handlers.getWindowsAutopilotDeviceIdentity({ serialNumber: "S-1" }, { once: true }));
  await listDevices(client);
  expect(await getDevice(client, { path })).toEqual({ serialNumber: "S-1" });
  expect(await getDevice(client, { path })).toEqual(device);
});

it("answers with errors, delays and pages", async () => {
  server.use(
    handlers.getWindowsAutopilotDeviceIdentity(inTurn(throttled(0), failure(404))),
    handlers.listWindowsAutopilotDeviceIdentities(pages([{ serialNumber: "S-1" }], [{ serialNumber: "S-2" }])),
  );
  expect(await reasonOf(getDevice(client, { path }))).toMatchObject({ status: 404, code: "ResourceNotFound" });
  const found: unknown[] = [];
  for await (const { serialNumber } of paginate(client, listDevices, {})) found.push(serialNumber);
  expect(found).toEqual(["S-1", "S-2"]);
});

it("answers the requests of a batch with replies, too", async () => {
  server.use(handlers.getWindowsAutopilotDeviceIdentity({ serialNumber: "S-1" }));
  const result = await batch(client, (b) => ({ one: getDevice(b, { path }), all: listDevices(b, {}) }));
  expect(result.one).toEqual({ serialNumber: "S-1" });
  expect(result.all.value).toHaveLength(2);
});

it("answers below another base URL", async () => {
  const baseUrl = "https://localhost:9/beta";
  server.use(...createHandlers({ baseUrl }));
  expect(await getDevice(createClient({ baseUrl }), { path })).toEqual(device);
});

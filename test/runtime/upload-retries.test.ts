import { expect, it } from "vitest";
import { createClient, upload } from "../../generator/output/runtime/index.ts";
import { reasonOf, useServices } from "../support/serve.ts";
import { json } from "../support/service.ts";

const { serve } = useServices();

const bytes = new TextEncoder().encode("0123456789");

it("asks where to continue after a failure, and gives up after as many tries as a call", async () => {
  const methods: unknown[] = [];
  const unreachable: typeof fetch = (_, init) => {
    methods.push(init?.method);
    return Promise.reject(new TypeError("no connection"));
  };
  const client = createClient({ baseUrl: "https://h/v1", fetch: unreachable, retry: { delay: () => 0 } });
  expect(await reasonOf(upload(client, { uploadUrl: "https://h/up" }, bytes))).toMatchObject({ kind: "network" });
  expect(methods).toEqual(["PUT", "GET", "GET", "GET", "GET"]);
});

it.each([500, 502, 504])("continues after status %s with a delay", async (status) => {
  const answers = [
    json({}, status, { "retry-after": "0" }),
    json({ nextExpectedRanges: ["0-"] }),
    json({ id: 1 }, 201),
  ];
  const service = await serve(() => answers.shift() ?? null);
  const call = upload(createClient({ baseUrl: service.origin }), { uploadUrl: `${service.origin}/x` }, bytes);
  expect(await call).toEqual({ id: 1 });
});

it("sends a throttled range no more often than a call", async () => {
  const service = await serve(() => json({}, 503, { "retry-after": "0" }));
  const call = upload(createClient({ baseUrl: service.origin }), { uploadUrl: `${service.origin}/x` }, bytes);
  expect(await reasonOf(call)).toMatchObject({ kind: "service", status: 503 });
  expect(service.received.map(({ method }) => method)).toEqual(["PUT", "PUT", "PUT", "PUT"]);
});

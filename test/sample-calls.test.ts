import { afterAll, beforeAll, expect, it } from "vitest";
import { createClient } from "../generated/src/runtime/index.ts";
import { compareCall, planCalls, type PlannedCall } from "./support/calls.ts";
import { requestFunction } from "./support/generated-module.ts";
import { readSampleModel } from "./support/node-docs.ts";
import { startService, type Answer, type Service } from "./support/service.ts";

const model = await readSampleModel();
const calls = model.operations.flatMap(planCalls);

let service: Service;
let answer: Answer = {};
beforeAll(async () => {
  service = await startService(() => answer);
});
afterAll(() => service.close());

it("plans a call for every URL of the sample", () => {
  expect(calls).toHaveLength(model.operations.flatMap(({ requests }) => requests).length);
  expect(calls.length).toBeGreaterThan(40);
});

it.each(calls.map((call): [string, PlannedCall] => [`${call.operation} ${call.method} ${call.url}`, call]))(
  "calls %s as documented",
  async (_, call) => {
    ({ answer } = call);
    const client = createClient({ baseUrl: `${service.origin}/v1.0`, token: () => Promise.resolve("secret") });
    const send = await requestFunction(call.module, call.operation);
    const returned = await send(client, call.options);
    expect(compareCall(call, service.received.at(-1), returned)).toEqual([]);
  },
);

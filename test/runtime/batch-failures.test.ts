import process from "node:process";
import { expect, it } from "vitest";
import { batch, batchSettled, createClient, request, type GraphClient } from "../../generator/output/runtime/index.ts";
import type { CallOptions } from "../../generator/output/runtime/index.ts";
import { useServices } from "../support/serve.ts";

const { serve } = useServices();

function getThing(client: GraphClient, options: CallOptions = {}): Promise<unknown> {
  return request(client, { name: "getThing", routes: [{ method: "GET", path: "/thing" }] }, options);
}

it("leaves no call that could fail later if making the calls fails", async () => {
  const unhandled: unknown[] = [];
  const see = (reason: unknown): void => {
    unhandled.push(reason);
  };
  process.on("unhandledRejection", see);
  const client = createClient({ baseUrl: "http://127.0.0.1:1" });
  const failing = batch(client, (b) => {
    void getThing(b, { timeout: 10 });
    throw new RangeError("builder");
  });
  await expect(failing).rejects.toThrow(RangeError);
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off("unhandledRejection", see);
  expect(unhandled).toEqual([]);
});

it("fails only the call whose response is nested too deeply to be written again", async () => {
  const depth = 50_000;
  const deep = `{"id":"1","status":200,"body":${"[".repeat(depth)}${"]".repeat(depth)}}`;
  const service = await serve(() => ({ body: `{"responses":[${deep},{"id":"2","status":200,"body":{}}]}` }));
  const client = createClient({ baseUrl: service.origin });
  const results = await batchSettled(client, (b) => [getThing(b), getThing(b)]);
  expect(results).toMatchObject([{ reason: { kind: "response" } }, { status: "fulfilled" }]);
});

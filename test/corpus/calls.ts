import path from "node:path";
import process from "node:process";
import type { OperationModel } from "../../generator/api/model.ts";
import { compareCall, planCalls } from "../support/calls.ts";
import { loadFunction } from "../support/generated-module.ts";
import { readSampleModel } from "../support/node-docs.ts";
import { startService, type Answer } from "../support/service.ts";

/**
 * Calls every function of a built package against a local server and compares what arrives and comes back with the
 * pages. Usage: tsx test/corpus/calls.ts DOCS BUILT-PACKAGE; exit 1 when a call differs.
 */
const [docs = "", built = ""] = process.argv.slice(2);
const createClient = await loadFunction(path.resolve(built, "dist/runtime/index.js"), "createClient");
const model = await readSampleModel(undefined, path.resolve(docs));
let answer: Answer = {};
const service = await startService(() => answer);
const token = (): Promise<string> => Promise.resolve("secret");
const client = await createClient({ baseUrl: `${service.origin}/v1.0`, token }, undefined);
let right = 0;
for (const operation of model.operations) {
  const faults = await callAll(operation);
  if (faults.length === 0) right++;
  console.log(`${faults.length === 0 ? "ok" : "WRONG"}  ${operation.name}: ${operation.requests.length} URLs`);
  for (const fault of faults) console.log(`       ${fault}`);
}
await service.close();
console.log(`${right} of ${model.operations.length} operations called as documented`);
process.exitCode = right === model.operations.length ? 0 : 1;

async function callAll(operation: OperationModel): Promise<readonly string[]> {
  const send = await loadFunction(path.resolve(built, "dist", `${operation.module}.js`), operation.name);
  const faults: string[] = [];
  for (const call of planCalls(operation)) {
    ({ answer } = call);
    try {
      const returned = await send(client, call.options);
      faults.push(...compareCall(call, service.received.at(-1), returned).map((fault) => `${call.url}: ${fault}`));
    } catch (error) {
      faults.push(`${call.url}: ${String(error)}`);
    }
  }
  return faults;
}

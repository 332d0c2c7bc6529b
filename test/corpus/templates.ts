import path from "node:path";
import process from "node:process";
import type { OperationModel } from "../../generator/api/model.ts";
import { createPlan } from "../../generator/emit/plan/create-plan.ts";
import { loadFunction } from "../support/generated-module.ts";
import { readSampleModel } from "../support/node-docs.ts";
import { startService } from "../support/service.ts";
import { compareTemplate, planTemplates } from "../support/templates.ts";

/**
 * Calls every function of a package at every documented URL with made-up values against a local server, and compares
 * method and URL with the page's template. Usage: tsx test/corpus/templates.ts DOCS MODULES [ROOT], where MODULES is
 * the folder of the package's built modules; exit 1 when a request differs.
 */
const [docs = "", modules = "", root] = process.argv.slice(2);
const createClient = await loadFunction(path.resolve(modules, "runtime/index.js"), "createClient");
const model = await readSampleModel(undefined, path.resolve(docs), path.resolve(root ?? docs));
const service = await startService(() => ({ status: 204 }));
const client = await createClient({ baseUrl: `${service.origin}/v1.0` }, undefined);
let right = 0;
let calls = 0;
const plans = [...createPlan(model).operations.values()];
for (const { model: operation, symbol } of plans) {
  const faults = await callAll(operation, symbol);
  if (faults.length === 0) right++;
  for (const fault of faults) console.log(`WRONG  ${operation.name}: ${fault}`);
}
await service.close();
console.log(`${right} of ${plans.length} operations send what is documented, in ${calls} calls`);
process.exitCode = right === plans.length ? 0 : 1;

async function callAll(
  operation: OperationModel,
  symbol: { readonly name: string; readonly module: string | null },
): Promise<readonly string[]> {
  const send = await loadFunction(path.resolve(modules, `${symbol.module ?? ""}.js`), symbol.name);
  const faults: string[] = [];
  for (const call of planTemplates(operation)) {
    calls++;
    service.received.length = 0;
    try {
      await send(client, call.options);
    } catch (error) {
      faults.push(`${call.method} ${call.path}: ${String(error)}`);
      continue;
    }
    const received = service.received.at(-1);
    faults.push(...(received === undefined ? ["nothing arrived"] : compareTemplate(call, received)));
  }
  return faults;
}

import path from "node:path";
import process from "node:process";
import { isDeepStrictEqual } from "node:util";
import type { Json } from "../../generator/api/model.ts";
import { createContext } from "../support/command-line.ts";
import { startMock } from "../support/mock-command.ts";
import { loadFunction } from "../support/generated-module.ts";
import { createPlan } from "../../generator/emit/plan/create-plan.ts";
import type { Plan } from "../../generator/emit/plan/plan.ts";
import { chosenRequest, exampleCall } from "../../generator/emit/examples/example.ts";
import { planRequest, type RequestPlan } from "../../generator/emit/requests/request-plan.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { readSampleModel } from "../support/node-docs.ts";

/**
 * Calls every function of a built package with the example of its page, against the command `mock` on the same docs and
 * with the package's own test client, and compares what it returns with the response on the page. Usage: tsx
 * test/corpus/mock.ts DOCS ROOT BUILT-PACKAGE PERCENT; exit 1 when fewer functions than PERCENT return the documented
 * response.
 */
const [docs = "", root = "", built = "", percent = "100"] = process.argv.slice(2);
const model = await readSampleModel(createNodeHost(), path.resolve(docs), path.resolve(root));
const plan = createPlan(model);
const { context } = createContext(createNodeHost(), process.cwd());
const server = await startMock(context, "--docs", docs, "--root", root);
const createClient = await loadFunction(path.resolve(built, "dist/runtime/index.js"), "createClient");
const createTestClient = await loadFunction(path.resolve(built, "dist/testing/index.js"), "createTestClient");
/** Clients of the two mocks; only the server needs a header to know which function calls it. */
const CLIENTS = [
  ["mock", await createClient({ baseUrl: server.baseUrl, retry: 0 }, undefined), true],
  ["createTestClient", await createTestClient({}, { retry: 0 }), false],
] as const;

type Outcome = { readonly kind: "right" } | { readonly kind: "wrong" | "none"; readonly reason: string };

for (const [name, client, isNamed] of CLIENTS) {
  const outcomes = new Map<string, Outcome>();
  for (const operation of plan.operations.values()) {
    outcomes.set(operation.symbol.name, await callExample(client, isNamed, planRequest(operation, plan), plan));
  }
  report(name, outcomes);
}
await server.close();

async function callExample(client: unknown, isNamed: boolean, request: RequestPlan, plan: Plan): Promise<Outcome> {
  const call = exampleCall(request, plan);
  const expected = documentedBody(request, plan);
  if (call === undefined || expected === null) return { kind: "none", reason: "the page shows no pair" };
  const { name, module } = request.operation.symbol;
  const { headers, ...options } = call.options;
  const named = isNamed ? { Prefer: `example=${name}` } : {};
  const given = { ...options, headers: { ...(isHeaders(headers) ? headers : {}), ...named } };
  const send = await loadFunction(path.resolve(built, "dist", `${module ?? ""}.js`), name);
  try {
    const returned = await send(client, given);
    const value = returned instanceof Response ? await returned.text() : returned;
    if (isDeepStrictEqual(plain(value), plain(expected))) return { kind: "right" };
    return { kind: "wrong", reason: `returned ${cut(value)}, expected ${cut(expected)}` };
  } catch (error) {
    return { kind: "wrong", reason: cut(error instanceof Error ? `${error.name}: ${error.message}` : error) };
  }
}

/**
 * The body of the response in the example that the call is made from, or in the first one that succeeds.
 *
 * @returns undefined for a response without a body, and null if the page shows no response
 */
function documentedBody(request: RequestPlan, plan: Plan): Json | undefined {
  const { examples, response: documented } = request.operation.model;
  const chosen = chosenRequest(request, plan);
  const answered = examples.filter(({ response }) => response !== null && response.status < 400);
  const shown = answered.find((example) => example.request !== null && example.request === chosen) ?? answered[0];
  const response = shown?.response ?? null;
  if (response === null) return null;
  // HTTP forbids a body here, whatever the page shows.
  if (response.status === 204) return undefined;
  if (response.body === null && response.status === 200 && documented.type !== null) return null;
  return response.body ?? undefined;
}

/** A value as JSON without links, which lead to the server in place of the service; nothing and null are the same. */
function plain(value: unknown): unknown {
  if (value === undefined || value === "") return null;
  if (typeof value === "string" && value.startsWith("{")) return plain(parse(value));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !/^@odata\.(?:next|delta)Link$/.test(name)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return `not JSON: ${text}`;
  }
}

function isHeaders(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === "object" && value !== null;
}

function cut(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 200);
}

function report(mock: string, outcomes: ReadonlyMap<string, Outcome>): void {
  const of = (kind: Outcome["kind"]) => [...outcomes].filter(([, outcome]) => outcome.kind === kind);
  for (const [name, outcome] of of("wrong"))
    if (outcome.kind !== "right") console.log(`${mock}: ${name}: ${outcome.reason}`);
  const right = of("right").length;
  const shown = outcomes.size - of("none").length;
  const share = (100 * right) / shown;
  console.log(
    `${mock}: ${right} of ${shown} functions return the documented response: ${share.toFixed(1)} %, expected ${percent} %`,
  );
  console.log(`${of("none").length} functions have no example of a request with its response`);
  if (share < Number(percent)) process.exitCode = 1;
}

import { getEventListeners, setMaxListeners } from "node:events";
import process from "node:process";
import { isDeepStrictEqual } from "node:util";
import { createClient, RequestError } from "../../generator/output/runtime/index.ts";
import { carriedOut, KIND_NAMES, KINDS, replyAtHome, replyElsewhere, uploaded } from "../support/fault-calls.ts";
import { FAULTS, startFaultyService, type Attempt, type Fault } from "../support/faulty-service.ts";
import { openTimers, watchTimers } from "../support/timers.ts";

// Makes calls of every kind to a service with faults: connections that drop before or after a request is carried out,
// responses that stall, end halfway or are slow, storms of 429 and loops of 401, on the host of the API and on another.
// No call may be lost, given up early or sent twice where it must not be; no token or header of the caller may reach the
// other host; no listener and no timer may be left. Usage: tsx test/corpus/server-faults.ts [COUNT] [SEED]
const [count = "1000", seed = "1"] = process.argv.slice(2);
const PARALLEL = 40;
const RETRIES = 3;
let state = Number(seed);

/** A number below a limit (mulberry32). */
function random(limit: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}

function drawFault(): Fault {
  // A stall takes as long as the time-out of the calls.
  const fault = FAULTS[random(FAULTS.length)] ?? "drop";
  return fault === "stall" && random(5) > 0 ? "429" : fault;
}

function drawFaults(): readonly Fault[] {
  const length = [0, 0, 0, 0, 0, 1, 1, 2, 3, 7][random(10)] ?? 0;
  const storm = drawFault();
  const isStorm = length === 7 && storm !== "stall";
  return Array.from({ length }, () => (isStorm ? storm : drawFault()));
}

watchTimers("/output/runtime/");
const other = await startFaultyService(replyElsewhere);
const home = await startFaultyService((attempt) => replyAtHome(attempt, other.origin));
let tokens = 0;
const client = createClient({
  baseUrl: home.origin,
  token: () => `t${(tokens += 1)}`,
  clientRequestId: () => "id",
  timeout: 4000,
  retry: { limit: RETRIES, delay: () => 0 },
});
const shared = new AbortController();
setMaxListeners(PARALLEL + 1, shared.signal);
const problems: string[] = [];
const outcomes = new Map<string, number>();
const kinds = KIND_NAMES;

/** The signal of a call: the shared one, or one that soon aborts. */
function drawSignal(): AbortSignal {
  if (random(20) > 0) return shared.signal;
  const own = new AbortController();
  setTimeout(() => {
    own.abort();
  }, random(10));
  return own.signal;
}

async function makeCall(id: number): Promise<void> {
  const kind = kinds[id % kinds.length] ?? "get";
  const [make, returns] = KINDS[kind];
  home.plan(String(id), drawFaults());
  if (random(3) === 0) other.plan(String(id), drawFaults());
  const signal = drawSignal();
  const report = (problem: string): number => problems.push(`${kind} ${id}: ${problem}`);
  let outcome = "success";
  try {
    const result = await make({ client, id, options: { signal, headers: { "x-key": "secret" } } });
    if (!isDeepStrictEqual(result, returns(id))) report(`returned ${JSON.stringify(result)}`);
  } catch (error) {
    outcome = error instanceof RequestError ? error.kind : String(error);
    if (!(error instanceof RequestError)) report(`threw ${String(error)}`);
  }
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (signal !== shared.signal && getEventListeners(signal, "abort").length > 0) report("left a listener");
  const faults = home.attempts.get(String(id))?.map(({ fault }) => fault ?? "ok") ?? [];
  for (const problem of checkCall(id, kind, outcome)) report(`${problem} (${faults.join(", ")}; ${outcome})`);
}

const NOT_PROCESSED: readonly unknown[] = ["429", "503 later"];
const UNKNOWN: readonly unknown[] = ["drop", "drop after", "half", "half gzip", "503", "504"];

/** Whether a request may be sent again after a response or its absence, as the documentation of the retry options says. */
function mayRepeat(attempts: readonly Attempt[], at: number, kind: string): boolean {
  const { method = "", fault = null } = attempts[at] ?? {};
  // A download begins again after the failure of the host that it is redirected to.
  if (kind === "download" && fault === null) return true;
  if (fault === "401") return attempts[at - 1]?.fault !== "401";
  return NOT_PROCESSED.includes(fault) || (UNKNOWN.includes(fault) && !["POST", "PATCH"].includes(method));
}

function checkRequest(attempts: readonly Attempt[], kind: string, outcome: string): readonly string[] {
  const found: string[] = [];
  const last = attempts.length - 1;
  const renewals = attempts.filter(({ fault }, at) => fault === "401" && at < last).length;
  for (const at of attempts.keys()) {
    // A batch is sent again for its throttled requests.
    const isRest = kind === "batch" && attempts[at]?.fault === null;
    if (at < last && !isRest && !mayRepeat(attempts, at, kind)) found.push(`sent again after attempt ${at + 1}`);
  }
  const isOver = attempts.length - renewals > RETRIES || ["success", "abort", "timeout"].includes(outcome);
  if (!isOver && attempts[last]?.fault !== null && mayRepeat(attempts, last, kind)) found.push("given up early");
  return found;
}

function checkCall(id: number, kind: string, outcome: string): readonly string[] {
  const atHome = home.attempts.get(String(id)) ?? [];
  const elsewhere = other.attempts.get(String(id)) ?? [];
  const requests = new Set(atHome.map(({ method, url }) => `${method} ${url}`));
  const attemptsOf = (wanted: string): readonly Attempt[] =>
    atHome.filter(({ method, url }) => `${method} ${url}` === wanted);
  const found = [...requests].map(attemptsOf).flatMap((attempts) => checkRequest(attempts, kind, outcome));
  if (atHome.some(({ headers }) => !/^Bearer t\d+$/.test(headers.authorization ?? "")))
    found.push("sent without token");
  const secrets = ["authorization", "x-key", "client-request-id"];
  if (elsewhere.some(({ headers }) => secrets.some((name) => name in headers))) found.push("secret on another host");
  for (const part of [1, 2, 3])
    if ((carriedOut.get(`/things/${id}/${part}`) ?? 0) > 1) found.push(`carried out twice: part ${part}`);
  if (outcome === "success" && kind === "upload" && uploaded.get(String(id)) !== "0123456789")
    found.push(`uploaded ${uploaded.get(String(id)) ?? "nothing"}`);
  return found;
}

let next = 0;
await Promise.all(
  Array.from({ length: PARALLEL }, async () => {
    while (next < Number(count)) await makeCall((next += 1));
  }),
);
home.close();
other.close();
const settled = [...outcomes.values()].reduce((sum, each) => sum + each, 0);
const listeners = getEventListeners(shared.signal, "abort").length;
const requests = [...home.attempts.values(), ...other.attempts.values()].reduce((sum, list) => sum + list.length, 0);
for (const problem of problems.slice(0, 20)) console.log(problem);
console.log(
  `${settled} of ${count} calls settled after ${requests} requests: ${JSON.stringify(Object.fromEntries(outcomes))}`,
);
console.log(`${problems.length} problems, ${listeners} listeners and ${openTimers()} timers left`);
process.exitCode = settled === Number(count) && problems.length + listeners + openTimers() === 0 ? 0 : 1;

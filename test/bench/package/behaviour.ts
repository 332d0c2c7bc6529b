import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { isJsonObject, toJson, type Json } from "../../../generator/util/json.ts";
import type { Candidate } from "./candidates.ts";
import type { Server } from "./server.ts";

/** What a package does with what it gets; each is the better the truer. */
export interface Behaviour {
  readonly job: boolean;
  readonly retries: boolean;
  readonly keepsUnknownMembers: boolean;
  readonly keepsMoments: boolean;
  readonly keepsNulls: boolean;
  readonly throwsErrors: boolean;
  readonly aborts: boolean;
  readonly encodes: boolean;
}

const RUNNER = path.join(import.meta.dirname, "run-bundle.ts");

interface Ran {
  readonly ok: boolean;
  readonly given: Json;
}

/** Runs one function of a bundle in a process of its own, while the server answers. */
function run(bundle: string, name: string, id: string, origin: string): Promise<Ran> {
  return new Promise((resolve) => {
    const args = ["--import", "tsx", RUNNER, bundle, name, id, origin];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"], timeout: 30_000 });
    let text = "";
    child.stdout.on("data", (chunk) => (text += String(chunk)));
    child.on("close", (code) => {
      const parsed: unknown = code === 0 ? JSON.parse(text) : null;
      resolve({ ok: code === 0, given: toJson(parsed) });
    });
  });
}

function parse(text: string): Json {
  try {
    const parsed: unknown = JSON.parse(text);
    return toJson(parsed);
  } catch {
    return null;
  }
}

function at(value: Json, keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>((inner, key) => (isJsonObject(inner) ? inner[key] : undefined), value);
}

/** Tries a package's bundles against a local server. */
export async function tryBehaviour(
  { resource }: Candidate,
  server: Server,
  bundles: { readonly job: string; readonly probe: string },
): Promise<Behaviour> {
  const found = { status: 200, body: resource.answer };
  const play = (...first: Parameters<Server["play"]>[0]["first"]): void => {
    server.play({ first, then: found });
  };

  play();
  const job = await run(bundles.job, "main", "1", server.origin);
  const [get, patch] = server.received;
  const isDone =
    job.ok && get?.method === "GET" && patch?.method === "PATCH" && get.path.split("?")[0] === `${resource.path}/1`;
  const isSent = patch?.token === "Bearer secret" && at(parse(patch.body), ["displayName"]) === "one!";

  play({ status: 429, headers: { "retry-after": "1" }, body: { error: { code: "x", message: "slow down" } } });
  await run(bundles.probe, "readOne", "1", server.origin);
  const retries = server.received.length > 1;

  play();
  await run(bundles.probe, "roundTrip", "1", server.origin);
  const sent = parse(server.received.at(-1)?.body ?? "");
  const { member, moment, nothing } = resource.marks;
  const answer = toJson(resource.answer);

  server.play({ first: [], then: { status: 404, body: { error: { code: "notFound", message: "no such thing" } } } });
  const failed = await run(bundles.probe, "fail", "1", server.origin);

  server.play({ first: [], then: { ...found, delay: 5000 } });
  const aborted = await run(bundles.probe, "abort", "1", server.origin);
  const waited = at(aborted.given, ["milliseconds"]);

  play();
  await run(bundles.probe, "readOne", "a/b#c", server.origin);
  return {
    job: isDone && isSent,
    retries,
    keepsUnknownMembers: at(sent, member) === at(answer, member),
    keepsMoments: at(sent, [moment]) === at(answer, [moment]),
    keepsNulls: at(sent, [nothing]) === null,
    throwsErrors: at(failed.given, ["isError"]) === true && JSON.stringify(failed.given).includes("no such thing"),
    aborts: typeof waited === "number" && waited < 2500,
    encodes: server.received[0]?.path.split("?")[0] === `${resource.path}/a%2Fb%23c`,
  };
}

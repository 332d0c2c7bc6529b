import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** What a service does with one request instead of responding as documented. */
export const FAULTS = [
  "drop",
  "drop after",
  "stall",
  "half",
  "half gzip",
  "400",
  "401",
  "429",
  "503",
  "503 later",
  "504",
] as const;

export type Fault = (typeof FAULTS)[number];

/** A request as it arrived, and what the service did with it; null if it responded as documented. */
export interface Attempt {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly fault: Fault | null;
}

/** A documented response. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A service that fails by a plan. */
export interface FaultyService {
  readonly origin: string;
  /** What arrived, by the name of the call in the URL. */
  readonly attempts: ReadonlyMap<string, readonly Attempt[]>;
  /** Sets the faults of a call; later requests of the call succeed. */
  plan(call: string, faults: readonly Fault[]): void;
  close(): void;
}

function respond(outgoing: ServerResponse, { status = 200, headers, body }: Reply, zip: boolean): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  const bytes = zip ? gzipSync(text) : Buffer.from(text);
  const encoding = zip ? { "content-encoding": "gzip" } : {};
  outgoing.writeHead(status, { "content-type": "application/json", ...encoding, ...headers });
  outgoing.end([204, 304].includes(status) ? undefined : bytes);
}

function respondHalf(outgoing: ServerResponse, { status = 200, body }: Reply, zip: boolean): void {
  const text = JSON.stringify(body ?? { some: "text" });
  const bytes = zip ? gzipSync(text) : Buffer.from(text);
  outgoing.writeHead(status === 204 ? 200 : status, {
    "content-type": "application/json",
    "content-length": String(bytes.length),
    ...(zip ? { "content-encoding": "gzip" } : {}),
  });
  outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy());
}

function fail(outgoing: ServerResponse, fault: Fault, reply: Reply): void {
  const error = { error: { code: `fault-${fault}`, message: "A fault." } };
  switch (fault) {
    case "drop":
    case "drop after":
      outgoing.destroy();
      return;
    case "stall":
      return;
    case "half":
    case "half gzip":
      respondHalf(outgoing, reply, fault === "half gzip");
      return;
    case "429":
    case "503 later":
      respond(outgoing, { status: parseInt(fault, 10), headers: { "retry-after": "0" }, body: error }, false);
      return;
    case "400":
    case "401":
    case "503":
    case "504":
      respond(outgoing, { status: Number(fault), body: error }, false);
  }
}

/**
 * Starts a service that fails by a plan. The name of a call is the number behind `things/` in its first URL.
 *
 * @param reply the documented response to a request, even if it will not arrive
 */
export async function startFaultyService(reply: (attempt: Attempt) => Reply): Promise<FaultyService> {
  const attempts = new Map<string, Attempt[]>();
  const plans = new Map<string, Fault[]>();
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("error", () => undefined);
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { method = "", url = "", headers } = incoming;
      const body = Buffer.concat(chunks).toString();
      const call = /things\/(\d+)/.exec(url + body)?.[1] ?? "";
      const fault = plans.get(call)?.shift() ?? null;
      const attempt = { method, url, headers, body, fault };
      attempts.set(call, [...(attempts.get(call) ?? []), attempt]);
      const isProcessed = fault === null || ["drop after", "half", "half gzip"].includes(fault);
      const answer = isProcessed ? reply(attempt) : {};
      count += 1;
      if (fault !== null) fail(outgoing, fault, answer);
      else setTimeout(respond, count % 10 === 0 ? 5 : 0, outgoing, answer, count % 3 === 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Unexpected server without a port");
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    attempts,
    plan: (call, faults) => plans.set(call, [...faults]),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

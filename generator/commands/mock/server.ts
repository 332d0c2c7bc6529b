import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import type { Mock } from "../../output/testing/mock.ts";
import { errorCode } from "../../util/error-code.ts";
import { CommandFailure } from "../failure.ts";

/** Settings of the server. */
export interface ServerOptions {
  /** TCP port; 0 for any free port. */
  readonly port: number;
  /** Milliseconds before each response. */
  readonly latency: number;
  /** Receives a line for each request. */
  readonly log: (line: string) => Promise<void>;
}

/** A server that accepts connections from this machine. */
export interface MockServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Lets programs in a browser call the server from any origin. */
const CROSS_ORIGIN = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "*",
  "access-control-expose-headers": "*",
};

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const bytes = await buffer(incoming);
  const { method = "GET", url = "/", headers, headersDistinct } = incoming;
  const body = method === "GET" || method === "HEAD" || bytes.length === 0 ? null : new Uint8Array(bytes);
  const names = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return new Request(`http://${headers.host ?? "localhost"}${url}`, { method, headers: names, body });
}

async function writeResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...CROSS_ORIGIN });
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

async function respond(mock: Mock, incoming: IncomingMessage, outgoing: ServerResponse, options: ServerOptions) {
  if (incoming.method === "OPTIONS") {
    outgoing.writeHead(204, CROSS_ORIGIN).end();
    return;
  }
  const response = await mock.answer(await readRequest(incoming));
  if (options.latency > 0) await setTimeout(options.latency);
  await options.log(`${String(response.status)} ${incoming.method ?? ""} ${incoming.url ?? ""}`);
  await writeResponse(outgoing, response);
}

/**
 * Starts a server on this machine that answers as a mock does.
 *
 * @param mock answers the requests
 * @param options port and delay
 * @throws CommandFailure if the port is in use or not allowed
 */
export async function startServer(mock: Mock, options: ServerOptions): Promise<MockServer> {
  const server = createServer((incoming, outgoing) => {
    // A broken connection or a request that is not valid must not end the server.
    respond(mock, incoming, outgoing, options).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!outgoing.headersSent) outgoing.writeHead(400, CROSS_ORIGIN);
      outgoing.end(JSON.stringify({ error: { code: "BadRequest", message } }));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(explainPort(error, options.port));
    });
    server.listen(options.port, "localhost", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? options.port) : options.port;
  return {
    origin: `http://localhost:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function explainPort(error: Error, port: number): Error {
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return new CommandFailure({
        problem: `Port ${port} is in use`,
        remedy: "Name another one with --port, or 0 for any free port.",
      });
    case "EACCES":
      return new CommandFailure({
        problem: `Port ${port} needs more rights`,
        remedy: "Name one above 1023 with --port.",
      });
    default:
      return error;
  }
}

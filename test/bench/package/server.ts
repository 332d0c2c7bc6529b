import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A request that arrived. */
export interface Received {
  readonly method: string;
  /** Path without the version of the service. */
  readonly path: string;
  readonly token: string;
  readonly body: string;
}

/** What the server answers: the first requests with `first`, all others with `then`. */
export interface Script {
  readonly first: readonly Answer[];
  readonly then: Answer;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds to wait. */
  readonly delay?: number;
}

export interface Server {
  readonly origin: string;
  /** Starts anew: forgets what arrived. */
  play(script: Script): void;
  readonly received: readonly Received[];
  close(): void;
}

/** Starts a service on this machine that answers by a script. */
export async function startServer(): Promise<Server> {
  let script: Script = { first: [], then: { status: 404 } };
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const path = (request.url ?? "").replace(/^\/[^/]+/, "");
      received.push({ method: request.method ?? "", path, token: request.headers.authorization ?? "", body });
      answer(response, script.first[received.length - 1] ?? script.then);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    play: (next) => {
      script = next;
      received.length = 0;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: string[] = [];
  request.setEncoding("utf8");
  for await (const chunk of request) chunks.push(String(chunk));
  return chunks.join("");
}

function answer(response: ServerResponse, { status, body, headers, delay }: Answer): void {
  const send = (): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  if (delay === undefined) send();
  else setTimeout(send, delay).unref();
}

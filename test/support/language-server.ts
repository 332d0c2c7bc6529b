import { spawn } from "node:child_process";
import process from "node:process";
import { pathToFileURL } from "node:url";

/** What a server says of a document. */
export interface Published {
  readonly uri: string;
  readonly diagnostics: readonly PublishedDiagnostic[];
}

export interface PublishedDiagnostic {
  readonly code: string;
  readonly source: string;
  readonly message: string;
  /** 1 error, 2 warning, 3 information. */
  readonly severity: number;
  readonly range: unknown;
  readonly data?: unknown;
}

/** A language server over standard input and output, driven as an editor drives it. */
export interface LanguageServer {
  request(method: string, params: object): Promise<unknown>;
  notify(method: string, params: object): void;
  /** The next diagnostics of a document. */
  published(uri: string): Promise<Published>;
  close(): Promise<void>;
}

/**
 * Starts a server in a folder that is its workspace.
 *
 * @param argv arguments of Node
 */
export async function startLanguageServer(argv: readonly string[], folder: string): Promise<LanguageServer> {
  const child = spawn(process.execPath, [...argv, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const answers = new Map<number, (result: unknown) => void>();
  const published: Published[] = [];
  const waiting: { readonly uri: string; readonly resolve: (found: Published) => void }[] = [];
  const take = (): void => {
    for (const { uri, resolve } of [...waiting]) {
      const at = published.findIndex((each) => each.uri === uri);
      const [found] = at === -1 ? [] : published.splice(at, 1);
      if (found === undefined) continue;
      waiting.splice(0, 1);
      resolve(found);
    }
  };
  let received = Buffer.alloc(0);
  child.stdout.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let next = takeMessage(received); next !== null; next = takeMessage(received)) {
      received = received.subarray(next.end);
      const { message } = next;
      if (typeof message.id === "number") answers.get(message.id)?.(message.result);
      if (message.method === "textDocument/publishDiagnostics") published.push(message.params);
      take();
    }
  });
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  let requests = 0;
  const server: LanguageServer = {
    request: (method, params) =>
      new Promise((resolve) => {
        requests += 1;
        answers.set(requests, resolve);
        send({ id: requests, method, params });
      }),
    notify: (method, params) => {
      send({ method, params });
    },
    published: (uri) =>
      new Promise((resolve) => {
        waiting.push({ uri, resolve });
        take();
      }),
    close: async () => {
      await server.request("shutdown", {});
      server.notify("exit", {});
      await ended;
    },
  };
  await server.request("initialize", { processId: null, rootUri: pathToFileURL(folder).href, capabilities: {} });
  server.notify("initialized", {});
  return server;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params: Published;
}

/** The first whole message, and where it ends. */
function takeMessage(received: Buffer): { readonly message: Message; readonly end: number } | null {
  const head = received.indexOf("\r\n\r\n");
  const length = /Content-Length: (\d+)/i.exec(received.toString("latin1", 0, Math.max(0, head)))?.[1];
  const end = head + 4 + Number(length);
  if (head === -1 || length === undefined || received.length < end) return null;
  const message: unknown = JSON.parse(received.toString("utf8", head + 4, end));
  if (!isMessage(message)) throw new Error("Unexpected answer of a language server, expected an object");
  return { message, end };
}

function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null;
}

import { spawn } from "node:child_process";
import path from "node:path";
import { REPOSITORY } from "./node-docs.ts";

/** A place that an editor would open, counted from 1. */
export interface OpenedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A running language server of TypeScript, driven as an editor drives it. */
export interface Editor {
  /** Opens a file; the server sees this text instead of the one on disk. */
  open(file: string, text: string): void;
  /** What "Go to Definition" opens for the name at an offset of an opened text. */
  definition(file: string, text: string, offset: number): Promise<readonly OpenedPlace[]>;
  close(): Promise<void>;
}

const TSSERVER = path.join(REPOSITORY, "node_modules/typescript/lib/tsserver.js");

/** Starts the server; `close` it in the end. */
export function startEditor(): Editor {
  const server = spawn(process.execPath, [TSSERVER, "--disableAutomaticTypingAcquisition"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => {
    server.once("exit", () => {
      resolve();
    });
  });
  const waiting = new Map<number, (body: unknown) => void>();
  let received = Buffer.alloc(0);
  server.stdout.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let message = takeMessage(received); message !== null; message = takeMessage(received)) {
      received = received.subarray(message.end);
      const { seq, body } = message;
      waiting.get(seq)?.(body);
      waiting.delete(seq);
    }
  });
  let sequence = 0;
  const send = (command: string, arguments_: object): number => {
    sequence += 1;
    server.stdin.write(`${JSON.stringify({ seq: sequence, type: "request", command, arguments: arguments_ })}\n`);
    return sequence;
  };
  return {
    open(file, text) {
      send("open", { file, fileContent: text });
    },
    async definition(file, text, offset) {
      const body = await new Promise((resolve) => {
        waiting.set(send("definition", { file, ...toPlace(text, offset) }), resolve);
      });
      return Array.isArray(body) ? body.flatMap(readSpan) : [];
    },
    async close() {
      send("exit", {});
      await ended;
    },
  };
}

/** A response among what the server has written so far; others, such as events, have number 0. */
function takeMessage(received: Buffer): { readonly seq: number; readonly body: unknown; readonly end: number } | null {
  const head = received.indexOf("\r\n\r\n");
  if (head === -1) return null;
  const length = Number(/Content-Length: (\d+)/.exec(received.toString("latin1", 0, head))?.[1]);
  const end = head + 4 + length;
  if (received.length < end) return null;
  const message: unknown = JSON.parse(received.toString("utf8", head + 4, end));
  if (!isRecord(message)) return { seq: 0, body: null, end };
  return { seq: Number(message.request_seq ?? 0), body: message.body, end };
}

function toPlace(text: string, offset: number): { readonly line: number; readonly offset: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, offset: (before.at(-1)?.length ?? 0) + 1 };
}

function readSpan(span: unknown): readonly OpenedPlace[] {
  if (!isRecord(span) || typeof span.file !== "string" || !isRecord(span.start)) return [];
  return [{ file: span.file, line: Number(span.start.line), column: Number(span.start.offset) }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

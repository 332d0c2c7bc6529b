import { hostname } from "node:os";
import { performance } from "node:perf_hooks";
import process from "node:process";
import type { ExitCode } from "../commands/context.ts";
import { run } from "../commands/run.ts";
import { createSink, type Sink } from "../commands/sink.ts";
import { createNodeHost } from "../host/node-host.ts";
import { watchFiles } from "../host/node-watching.ts";
import { errorCode } from "../util/error-code.ts";

/** Maximum number of bytes in one write, so that a large model is not queued as a whole for a slow reader. */
const PIECE = 1 << 20;

/**
 * Runs the command line with the streams, the signals and the working directory of this process.
 *
 * @param argv arguments without the program's own name
 */
export function main(argv: readonly string[]): Promise<ExitCode> {
  return run(argv, {
    host: createNodeHost(),
    cwd: process.cwd(),
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
    live: { watch: watchFiles, stopped },
    processes: { self: { id: process.pid, machine: hostname() }, isAlive },
    now: () => performance.now(),
  });
}

/** Reads a line from the terminal; empty if the input ends. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  // Without a listener, Ctrl-C would only end the input, which counts as an empty line.
  reader.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
  const ended = new Promise<string>((resolve) => {
    reader.once("close", () => {
      resolve("");
    });
  });
  const line = await Promise.race([reader.question(question), ended]);
  reader.close();
  return line;
}

/** Resolves at the first Ctrl-C. A second one ends the process at once, because the listener is removed. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // The process of another user exists, although this one has no permission to signal it.
    return errorCode(error) === "EPERM";
  }
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  const { NO_COLOR = "", TERM } = process.env;
  const terminal = stream.isTTY;
  // Each write reports its own error. Without a listener, the same error would also end the process.
  stream.on("error", () => undefined);
  return createSink({
    terminal,
    colour: terminal && NO_COLOR === "" && TERM !== "dumb",
    write: async (text) => {
      const bytes = Buffer.from(text);
      for (let start = 0; start < bytes.length; start += PIECE) {
        await writePiece(stream, bytes.subarray(start, start + PIECE));
      }
    },
  });
}

function writePiece(stream: NodeJS.WriteStream, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

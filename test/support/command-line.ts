import path from "node:path";
import { run } from "../../generator/commands/run.ts";
import type { Context, ExitCode } from "../../generator/commands/context.ts";
import { createProgress } from "../../generator/commands/progress/progress.ts";
import { createSink, type Sink } from "../../generator/commands/sink.ts";
import type { Host } from "../../generator/host/host.ts";

/** What a call of the command line left behind. */
export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** A world in which a command runs, and what it has printed so far. */
interface World {
  readonly context: Context;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/** Makes a world over a host; the user stands in `/project` unless told otherwise. */
export function createContext(host: Host, cwd = "/project"): World {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const own = sinkInto(stderr);
  const context: Context = {
    host,
    cwd: path.resolve(cwd),
    // A thread would load the compiler and the printer that this process has loaded already.
    threads: 1,
    stdout: sinkInto(stdout),
    stderr: own,
    progress: createProgress({ stderr: own, now: () => 0 }),
    processes: { self: { id: 1, machine: "here" }, isAlive: () => false },
    now: () => 0,
  };
  return { context, stdout, stderr };
}

/**
 * Runs the command line in this process.
 *
 * @param host files to work on; the user stands in `/project`
 * @param argv arguments
 */
export async function runCommand(host: Host, ...argv: readonly string[]): Promise<Ran> {
  return runCommandIn("/project", host, ...argv);
}

/** The same, with the user in another folder. */
export async function runCommandIn(cwd: string, host: Host, ...argv: readonly string[]): Promise<Ran> {
  const { context, stdout, stderr } = createContext(host, cwd);
  const code = await run(argv, context);
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}

function sinkInto(pieces: string[]): Sink {
  return createSink({ terminal: false, colour: false, write: (text) => Promise.resolve(void pieces.push(text)) });
}

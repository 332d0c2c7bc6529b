import path from "node:path";
import type { Processes } from "../output/lock.ts";
import { visible } from "../util/visible.ts";
import type { Live } from "../host/watching.ts";
import type { Environment, Work } from "../workers/work.ts";
import type { Progress } from "./progress/progress.ts";
import type { Sink } from "./sink.ts";

export type { ExitCode } from "./exit-codes.ts";

/** Environment of a command. */
export interface Context extends Environment {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Cache and threads; without them, nothing is cached and this thread does all the work. */
  readonly work?: Work;
  /** Reports file changes to a command that keeps running; missing if changes are not reported. */
  readonly live?: Live;
  /** Asks the user for a line of text; undefined if not run in a terminal. */
  readonly ask?: (question: string) => Promise<string>;
  /** Name of the running command, for messages. */
  readonly command?: string;
  /** Shows and measures the steps of the run. */
  readonly progress: Progress;
  /** Whether to print more: the times of the steps, and the stacks of unexpected errors. */
  readonly verbose?: boolean;
  /** This process and the other processes on this machine. */
  readonly processes: Processes;
  /** Milliseconds since the process started. */
  now(): number;
}

/** What the command line gets from the process. */
export type ProcessContext = Omit<Context, "progress" | "command" | "verbose">;

/** A path relative to the current folder for display, with `/` as separator; `.` for the folder itself. */
export function shownPath(context: Context, absolute: string): string {
  return visible(relativePath(context, absolute)) || ".";
}

/** A path relative to the current folder, with `/` as separator; empty for the folder itself. */
export function relativePath(context: Context, absolute: string): string {
  return path.relative(context.cwd, absolute).replaceAll(path.sep, "/");
}

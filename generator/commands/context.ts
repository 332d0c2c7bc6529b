import path from "node:path";
import type { Processes } from "../output/lock.ts";
import type { Live } from "../host/watching.ts";
import type { Environment, Work } from "../workers/work.ts";

/** 0: success. 1: failure. 2: the command line or the config file is wrong. */
export type ExitCode = 0 | 1 | 2;

/** A stream of text, with the properties of its reader. */
export interface Sink {
  /** Resolves when the text is written; rejects with `EPIPE` when the reader has closed the stream. */
  write(text: string): Promise<void>;
  /** Whether the reader is a terminal, on which a line can be redrawn. */
  readonly terminal: boolean;
  readonly colour: boolean;
}

/** Environment of a command. */
export interface Context extends Environment {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Cache and threads; without them, nothing is cached and this thread does all the work. */
  readonly work?: Work;
  /** Reports file changes to a command that keeps running; missing if changes are not reported. */
  readonly live?: Live;
  /** Asks the user for a line of text; missing if nobody reads and writes on a terminal. */
  readonly ask?: (question: string) => Promise<string>;
  /** Print the steps of a run with their times. */
  readonly verbose?: boolean;
  /** This process and the other processes on this machine. */
  readonly processes: Processes;
  /** Milliseconds since a fixed moment. */
  now(): number;
}

/** A path relative to the current folder, with `/` as separator; `.` for the folder itself. */
export function shownPath(context: Context, absolute: string): string {
  return path.relative(context.cwd, absolute).replaceAll(path.sep, "/") || ".";
}

/** Path from the current folder to the docs, the prefix of the file in each diagnostic; empty if they are the same. */
export function docsPrefix(context: Context, docs: string): string {
  return path.relative(context.cwd, docs).replaceAll(path.sep, "/");
}

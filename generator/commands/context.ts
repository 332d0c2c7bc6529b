import path from "node:path";
import type { Processes } from "../output/lock.ts";
import type { Live } from "../watching.ts";
import type { Scene, Work } from "../work.ts";

/** 0: done. 1: failed. 2: the call or the configuration is wrong. */
export type ExitCode = 0 | 1 | 2;

/** A stream of text, with what a writer needs to know of its reader. */
export interface Sink {
  /** Resolves when the text has left; rejects with `EPIPE` when the reader is gone. */
  write(text: string): Promise<void>;
  /** True where a person watches, so that a line may be drawn over. */
  readonly terminal: boolean;
  readonly colour: boolean;
}

/** What a command has of the world. */
export interface Context extends Scene {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** What earlier runs have done, and who does the rest; nothing and this thread where it is missing. */
  readonly work?: Work;
  /** Changes of files as they happen, for a command that goes on; missing where nothing tells of them. */
  readonly live?: Live;
  /** Tell what a run does and how long it takes. */
  readonly verbose?: boolean;
  /** This process and those beside it. */
  readonly processes: Processes;
  /** Milliseconds from some fixed moment. */
  now(): number;
}

/** A path as the user would write it, with `/` between folders; `.` for the folder they stand in. */
export function shownPath(context: Context, absolute: string): string {
  return path.relative(context.cwd, absolute).replaceAll(path.sep, "/") || ".";
}

/** Path from where the user stands to the docs, in front of the file of each diagnostic; empty when they stand there. */
export function docsPrefix(context: Context, docs: string): string {
  return path.relative(context.cwd, docs).replaceAll(path.sep, "/");
}

import { run } from "../../generator/commands/run.ts";
import type { ExitCode } from "../../generator/commands/context.ts";
import type { Host } from "../../generator/host/host.ts";
import type { Watching } from "../../generator/host/watching.ts";
import { createContext } from "./command-line.ts";
import { createMemoryHost, type MemoryHost } from "./memory-host.ts";

/** A watch in this process that is told by hand what has changed. */
export interface MemoryWatch {
  /** What it said before the first change. */
  readonly start: Said;
  /**
   * Tells it that files have changed, and waits until it has done all that follows from it.
   *
   * @param files absolute paths
   * @returns what it said
   */
  tell(files: readonly string[]): Promise<Said>;
  stop(): Promise<ExitCode>;
}

interface Said {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Starts to watch files in memory.
 *
 * @param host files to work on; the user stands in `/project`
 * @param flags further arguments of `watch`
 */
export async function startMemoryWatch(host: Host, ...flags: readonly string[]): Promise<MemoryWatch> {
  const { context, stdout, stderr } = createContext(host);
  const changes = createChanges();
  const stopped = new Promise<void>((resolve) => void changes.stopped.then(resolve));
  const live = { watch: () => Promise.resolve(changes.watching), stopped: () => stopped };
  const ended = run(["watch", ...flags], { ...context, live });
  const said = { stdout: 0, stderr: 0 };
  const wait = async (): Promise<Said> => {
    await Promise.race([changes.idle(), ended]);
    const news = { stdout: stdout.slice(said.stdout).join(""), stderr: stderr.slice(said.stderr).join("") };
    Object.assign(said, { stdout: stdout.length, stderr: stderr.length });
    return news;
  };
  const start = await wait();
  return {
    start,
    tell: (files) => {
      changes.push(new Set(files));
      return wait();
    },
    stop: () => {
      changes.stop();
      return ended;
    },
  };
}

interface Changes {
  readonly watching: Watching;
  readonly stopped: Promise<void>;
  push(files: ReadonlySet<string>): void;
  /** Resolves when the watch asks for what comes next. */
  idle(): Promise<void>;
  stop(): void;
}

function createChanges(): Changes {
  let answer: ((files: ReadonlySet<string> | null) => void) | null = null;
  let notice = (): void => undefined;
  let end = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (end = resolve));
  return {
    stopped,
    watching: {
      next: () =>
        new Promise((resolve) => {
          answer = resolve;
          notice();
        }),
      add: () => undefined,
      close: () => Promise.resolve(),
    },
    push: (files) => {
      const tell = answer;
      answer = null;
      tell?.(files);
    },
    idle: () => (answer === null ? new Promise((resolve) => (notice = resolve)) : Promise.resolve()),
    stop: () => {
      end();
      answer?.(null);
    },
  };
}

/** Pages that a watch says are broken for the moment, relative to the docs. */
export function brokenPages({ stdout }: Said): ReadonlySet<string> {
  const pages = /; broken, so unchanged in the package: (.+?) \(\d/.exec(stdout)?.[1]?.split(", ") ?? [];
  return new Set(pages);
}

/** The docs as `watch` reads them: a temporarily broken page keeps its previous facts. */
export interface TakenDocs {
  /**
   * Brings them up to date.
   *
   * @param host files as they are now
   * @param broken absolute paths of the pages that are broken for the moment
   */
  take(host: MemoryHost, broken: ReadonlySet<string>): MemoryHost;
}

/**
 * Follows what a watch takes for the docs.
 *
 * @param host files as they are at first
 * @param isInput which of them a run reads
 */
export function followDocs(host: MemoryHost, isInput: (file: string) => boolean): TakenDocs {
  const inputs = (from: MemoryHost) => [...from.files].filter(([file]) => isInput(file));
  let good = new Map(inputs(host));
  return {
    take: (now, broken) => {
      good = new Map(inputs(now).map(([file, bytes]) => [file, (broken.has(file) ? good.get(file) : null) ?? bytes]));
      return createMemoryHost(Object.fromEntries(good));
    },
  };
}

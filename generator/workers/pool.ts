import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { runTask, type Task } from "./task.ts";

/** A task that is sent to a thread. */
export interface TaskRequest {
  readonly id: number;
  readonly task: Task;
}

/** Message to a thread; `end` is the last one. */
export type Message = TaskRequest | "end";

/** Message from a thread: the results of a task or its error. */
export type TaskResponse =
  { readonly id: number; readonly texts: readonly string[] } | { readonly id: number; readonly error: unknown };

/** Runs tasks, on other threads if that is faster: items come in, a text for each goes out. */
export interface Pool {
  /**
   * Runs a task in parts.
   *
   * @param advance called after each part with the number of items that are done
   * @returns a text for each item, in their order
   */
  run(task: Task, advance?: (done: number) => void): Promise<readonly string[]>;
  /**
   * Lets another thread load the printer while this one does other work. From then on, only other threads print.
   * Without other threads, this one prints everything.
   */
  preparePrinter(): void;
  /** Ends the threads that are not needed for printing, as their loaded code takes memory. */
  rest(): Promise<void>;
  /** Ends the threads; the next task that needs them starts new ones. */
  close(): Promise<void>;
}

/** Items in a part: few enough to distribute evenly, many enough that sending takes little time. */
const PART = 16;
/** Parts that are queued at a thread, so that it never waits for this one. */
const QUEUED = 2;
/** With fewer items, starting a thread takes longer than the work. */
const FEW = 200;
/** Each thread loads a parser and a formatter: more threads take memory without being faster. */
const MAX_THREADS = 4;

/**
 * Creates a pool.
 *
 * @param threads maximum number of threads, including this one; default: one for each processor
 * @param few tasks with fewer items run on this thread
 */
export function createPool(threads = Math.min(availableParallelism(), MAX_THREADS), few = FEW): Pool {
  let workers: readonly Helper[] = [];
  let printers: readonly Helper[] = [];
  const print = (task: Task, advance: (done: number) => void): Promise<readonly string[]> => {
    const isMuch = threads > 1 && task.items.length >= few;
    printers = startHelpers(printers, isMuch ? threads - 1 : Math.min(1, printers.length));
    return runParts(split(task), printers, printers.length === 0, advance);
  };
  return {
    run: async (task, advance = () => undefined) => {
      if (task.kind === "print") return print(task, advance);
      if (threads < 2 || task.items.length < few) return runParts(split(task), [], true, advance);
      printers = startHelpers(printers, Math.min(1, printers.length));
      workers = startHelpers(workers, threads - 1 - printers.length);
      return runParts(split(task), [...printers, ...workers], true, advance);
    },
    preparePrinter: () => {
      if (threads < 2 || printers.length > 0) return;
      printers = startHelpers(printers, 1);
      // An error here occurs again when something is printed, and is reported then.
      for (const printer of printers) printer.run({ kind: "print", items: [] }).catch(() => undefined);
    },
    rest: async () => {
      const done = workers;
      workers = [];
      await Promise.all(done.map((worker) => worker.stop()));
    },
    close: async () => {
      const all = [...workers, ...printers];
      [workers, printers] = [[], []];
      await Promise.all(all.map((worker) => worker.stop()));
    },
  };
}

function split(task: Task): readonly Task[] {
  return Array.from({ length: Math.ceil(task.items.length / PART) }, (_, index) => partOf(task, index * PART));
}

function partOf(task: Task, start: number): Task {
  const end = start + PART;
  switch (task.kind) {
    case "pages":
      return { kind: "pages", dialect: task.dialect, items: task.items.slice(start, end) };
    case "print":
      return { kind: "print", items: task.items.slice(start, end) };
    case "format":
      return { kind: "format", items: task.items.slice(start, end) };
  }
}

/**
 * Each thread takes the next part when it has finished one. This thread handles messages between its parts.
 *
 * @param isHere whether this thread also runs parts
 */
async function runParts(
  parts: readonly Task[],
  helpers: readonly Helper[],
  isHere: boolean,
  advance: (done: number) => void,
): Promise<readonly string[]> {
  const results: (readonly string[])[] = [];
  let next = 0;
  let done = 0;
  const work = async (run: (task: Task) => Promise<readonly string[]>): Promise<void> => {
    for (let index = next++; index < parts.length; index = next++) {
      const part = parts[index];
      if (part === undefined) return;
      results[index] = await run(part);
      done += part.items.length;
      advance(done);
    }
  };
  const lanes = helpers.flatMap((helper) => Array.from({ length: QUEUED }, () => work((task) => helper.run(task))));
  const runHere = async (task: Task): Promise<readonly string[]> => {
    const texts = await runTask(task);
    await new Promise((resolve) => setImmediate(resolve));
    return texts;
  };
  await Promise.all([...lanes, ...(isHere ? [work(runHere)] : [])]);
  return results.flat();
}

interface Helper {
  run(task: Task): Promise<readonly string[]>;
  /** Whether the thread ended by itself. */
  isGone(): boolean;
  stop(): Promise<unknown>;
}

interface Waiting {
  readonly resolve: (texts: readonly string[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts threads until `count` are running. */
function startHelpers(started: readonly Helper[], count: number): readonly Helper[] {
  const left = started.filter((helper) => !helper.isGone());
  return [...left, ...Array.from({ length: Math.max(0, count - left.length) }, startHelper)];
}

function startHelper(): Helper {
  const worker = new Worker(threadCode(), { eval: true, execArgv: [] });
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  const waiting = new Map<number, Waiting>();
  let requests = 0;
  let failure: Error | null = null;
  /** Rejects all pending requests, as a thread that has ended does not respond. */
  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("message", (response: TaskResponse) => {
    const request = waiting.get(response.id);
    waiting.delete(response.id);
    if ("error" in response) request?.reject(response.error);
    else request?.resolve(response.texts);
  });
  worker.on("error", fail);
  worker.on("messageerror", (error) => {
    fail(error);
    // The thread is not used again, and it would keep the process running.
    void worker.terminate();
  });
  worker.on("exit", () => {
    fail(new Error("A thread ended before its work was done"));
  });
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (failure !== null) throw failure;
        const id = requests++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, task } satisfies Message);
      }),
    isGone: () => failure !== null,
    stop: () => {
      worker.postMessage("end" satisfies Message);
      return ended;
    },
  };
}

/** Start code of a thread. If the program runs from its TypeScript sources, the thread first registers a loader. */
function threadCode(): string {
  const isSource = import.meta.url.endsWith(".ts");
  const start = `import(${JSON.stringify(new URL(isSource ? "thread.ts" : "thread.js", import.meta.url).href)})`;
  if (!isSource) return start;
  const loader = import.meta.resolve("tsx/esm/api");
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return ${start}; })`;
}

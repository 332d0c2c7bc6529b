import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { runTask, type Task } from "./task.ts";

/** A task on its way to a thread. */
export interface Order {
  readonly id: number;
  readonly task: Task;
}

/** What a thread is sent; after the end nothing more comes. */
export type Message = Order | "end";

/** What comes back. */
export type Answer =
  { readonly id: number; readonly texts: readonly string[] } | { readonly id: number; readonly error: unknown };

/** Does tasks, on other threads where that pays. */
export interface Pool {
  /**
   * Does a task in parts.
   *
   * @param advance told after each part how many items are done
   * @returns a text for each item, in their order
   */
  run(task: Task, advance?: (done: number) => void): Promise<readonly string[]>;
  /**
   * Has another thread load the printer while this one does something else. From then on printing is left to the other
   * threads. Where there is to be no other thread, everything is printed here.
   */
  preparePrinter(): void;
  /** Ends the threads that are not kept for printing, as what they have loaded takes memory. */
  rest(): Promise<void>;
  /** Ends the threads; the next task that needs them starts new ones. */
  close(): Promise<void>;
}

/** Items of one part: small enough to spread evenly, large enough that sending costs nothing. */
const PART = 16;
/** Parts that wait at a thread, so that it never has to wait for this one. */
const AHEAD = 2;
/** With fewer items, starting a thread takes longer than the work. */
const FEW = 200;
/** Each thread holds a parser and a formatter; more of them would rather need memory than give speed. */
const MOST_THREADS = 4;

/**
 * Makes a pool.
 *
 * @param threads how many to use at most, this one included; default: one a processor
 * @param few tasks with fewer items are done on this thread
 */
export function createPool(threads = Math.min(availableParallelism(), MOST_THREADS), few = FEW): Pool {
  let workers: readonly Helper[] = [];
  let printers: readonly Helper[] = [];
  const print = (task: Task, advance: (done: number) => void): Promise<readonly string[]> => {
    const isMuch = threads > 1 && task.items.length >= few;
    printers = startHelpers(printers, isMuch ? threads - 1 : Math.min(1, printers.length));
    return gather(split(task), printers, printers.length === 0, advance);
  };
  return {
    run: async (task, advance = () => undefined) => {
      if (task.kind === "print") return print(task, advance);
      if (threads < 2 || task.items.length < few) return gather(split(task), [], true, advance);
      printers = startHelpers(printers, Math.min(1, printers.length));
      workers = startHelpers(workers, threads - 1 - printers.length);
      return gather(split(task), [...printers, ...workers], true, advance);
    },
    preparePrinter: () => {
      if (threads < 2 || printers.length > 0) return;
      printers = startHelpers(printers, 1);
      // What goes wrong here goes wrong again where something is printed.
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
    case "lint":
      return { kind: task.kind, items: task.items.slice(start, end) };
    case "print":
      return { kind: "print", items: task.items.slice(start, end) };
    case "format":
      return { kind: "format", items: task.items.slice(start, end) };
  }
}

/**
 * Everyone takes the next part when done with one; this thread lets messages in between.
 *
 * @param isHere whether this thread takes part
 */
async function gather(
  parts: readonly Task[],
  helpers: readonly Helper[],
  isHere: boolean,
  advance: (done: number) => void,
): Promise<readonly string[]> {
  const results: (readonly string[])[] = [];
  let next = 0;
  let done = 0;
  const work = async (doTask: (task: Task) => Promise<readonly string[]>): Promise<void> => {
    for (let index = next++; index < parts.length; index = next++) {
      const part = parts[index];
      if (part === undefined) return;
      results[index] = await doTask(part);
      done += part.items.length;
      advance(done);
    }
  };
  const lanes = helpers.flatMap((helper) => Array.from({ length: AHEAD }, () => work((task) => helper.run(task))));
  const doHere = async (task: Task): Promise<readonly string[]> => {
    const texts = await runTask(task);
    await new Promise((resolve) => setImmediate(resolve));
    return texts;
  };
  await Promise.all([...lanes, ...(isHere ? [work(doHere)] : [])]);
  return results.flat();
}

interface Helper {
  run(task: Task): Promise<readonly string[]>;
  /** Whether it ended by itself, and does nothing any more. */
  isGone(): boolean;
  stop(): Promise<unknown>;
}

interface Waiting {
  readonly resolve: (texts: readonly string[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts helpers until there are so many; one that ended by itself does not count. */
function startHelpers(known: readonly Helper[], count: number): readonly Helper[] {
  const left = known.filter((helper) => !helper.isGone());
  return [...left, ...Array.from({ length: Math.max(0, count - left.length) }, startHelper)];
}

function startHelper(): Helper {
  const worker = new Worker(threadCode(), { eval: true, execArgv: [] });
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  const waiting = new Map<number, Waiting>();
  let orders = 0;
  let failure: Error | null = null;
  /** A thread that is gone answers nothing any more: nobody must wait for it. */
  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("message", (answer: Answer) => {
    const order = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("error" in answer) order?.reject(answer.error);
    else order?.resolve(answer.texts);
  });
  worker.on("error", fail);
  worker.on("messageerror", (error) => {
    fail(error);
    // Nobody asks it again, and it would keep the process from ending.
    void worker.terminate();
  });
  worker.on("exit", () => {
    fail(new Error("A thread ended before its work was done"));
  });
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (failure !== null) throw failure;
        const id = orders++;
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

/** Code that a thread begins with. Where the program is TypeScript, a thread has to learn to read that first. */
function threadCode(): string {
  const isSource = import.meta.url.endsWith(".ts");
  const start = `import(${JSON.stringify(new URL(isSource ? "thread.ts" : "thread.js", import.meta.url).href)})`;
  if (!isSource) return start;
  const reader = import.meta.resolve("tsx/esm/api");
  return `import(${JSON.stringify(reader)}).then(({ register }) => { register(); return ${start}; })`;
}

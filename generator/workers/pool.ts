import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { runTask, type Task } from "./task.ts";

/** A task on its way to a thread, and what comes back. */
export interface Order {
  readonly id: number;
  readonly task: Task;
}
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
  let workers: readonly Helper[] | null = null;
  return {
    run: async (task, advance = () => undefined) => {
      const parts = split(task);
      if (threads < 2 || task.items.length < few) return gather(parts, [], advance);
      workers ??= Array.from({ length: threads - 1 }, startHelper);
      return gather(parts, workers, advance);
    },
    close: async () => {
      await Promise.all((workers ?? []).map((worker) => worker.stop()));
      workers = null;
    },
  };
}

function split(task: Task): readonly Task[] {
  const parts: Task[] = [];
  for (let start = 0; start < task.items.length; start += PART) {
    if (task.kind === "format") parts.push({ kind: "format", items: task.items.slice(start, start + PART) });
    else parts.push({ kind: task.kind, items: task.items.slice(start, start + PART) });
  }
  return parts;
}

/** Everyone takes the next part when done with one; this thread takes part and lets messages in between. */
async function gather(
  parts: readonly Task[],
  helpers: readonly Helper[],
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
  const here = work(async (task) => {
    const texts = await runTask(task);
    await new Promise((resolve) => setImmediate(resolve));
    return texts;
  });
  await Promise.all([...lanes, here]);
  return results.flat();
}

interface Helper {
  run(task: Task): Promise<readonly string[]>;
  stop(): Promise<unknown>;
}

interface Waiting {
  readonly resolve: (texts: readonly string[]) => void;
  readonly reject: (error: unknown) => void;
}

function startHelper(): Helper {
  const worker = new Worker(threadCode(), { eval: true, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let orders = 0;
  worker.on("message", (answer: Answer) => {
    const order = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("error" in answer) order?.reject(answer.error);
    else order?.resolve(answer.texts);
  });
  worker.on("error", (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        const id = orders++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, task } satisfies Order);
      }),
    stop: () => worker.terminate(),
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

import { parentPort, workerData } from "node:worker_threads";
import type { Answer, Message, ThreadData } from "./pool.ts";
import { runTask } from "./task.ts";

const codeFolder = isThreadData(workerData) ? workerData.codeFolder : null;
const keeping = codeFolder === null ? null : import("../node-code.ts").then(({ keepCode }) => keepCode(codeFolder));

parentPort?.on("message", (message: Message) => {
  void (message === "end" ? end() : answerTo(message));
});

function isThreadData(value: unknown): value is ThreadData {
  return typeof value === "object" && value !== null && "codeFolder" in value;
}

async function answerTo({ id, task }: Exclude<Message, "end">): Promise<void> {
  try {
    await keeping;
    answer({ id, texts: await runTask(task) });
  } catch (error) {
    answer({ id, error });
  }
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

/** A thread that is not cut short leaves no half of a file behind. */
async function end(): Promise<void> {
  (await keeping)?.();
  parentPort?.close();
}

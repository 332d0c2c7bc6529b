import { parentPort, workerData } from "node:worker_threads";
import type { Answer, Message } from "./pool.ts";
import { runTask } from "./task.ts";
import { codeFolderOf } from "./thread-data.ts";

const codeFolder = codeFolderOf(workerData);
const keeping = codeFolder === null ? null : import("../node-code.ts").then(({ keepCode }) => keepCode(codeFolder));

/**
 * Does what it is told, as long as the thread lives.
 *
 * @param keepProgram called at the end: keeps what was compiled of the program
 */
export function serve(keepProgram: () => void = () => undefined): void {
  parentPort?.on("message", (message: Message) => {
    void (message === "end" ? end(keepProgram) : answerTo(message));
  });
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
async function end(keepProgram: () => void): Promise<void> {
  (await keeping)?.();
  keepProgram();
  parentPort?.close();
}

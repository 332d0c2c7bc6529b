import { parentPort } from "node:worker_threads";
import type { Message, TaskResponse } from "./pool.ts";
import { runTask } from "./task.ts";

parentPort?.on("message", (message: Message) => {
  if (message === "end") parentPort?.close();
  else void respondTo(message);
});

async function respondTo({ id, task }: Exclude<Message, "end">): Promise<void> {
  try {
    respond({ id, texts: await runTask(task) });
  } catch (error) {
    respond({ id, error });
  }
}

function respond(message: TaskResponse): void {
  parentPort?.postMessage(message);
}

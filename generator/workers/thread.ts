import { parentPort } from "node:worker_threads";
import type { Answer, Message } from "./pool.ts";
import { runTask } from "./task.ts";

parentPort?.on("message", (message: Message) => {
  if (message === "end") parentPort?.close();
  else void answerTo(message);
});

async function answerTo({ id, task }: Exclude<Message, "end">): Promise<void> {
  try {
    answer({ id, texts: await runTask(task) });
  } catch (error) {
    answer({ id, error });
  }
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

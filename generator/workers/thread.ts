import { parentPort } from "node:worker_threads";
import type { Answer, Order } from "./pool.ts";
import { runTask } from "./task.ts";

parentPort?.on("message", ({ id, task }: Order) => {
  runTask(task).then(
    (texts) => {
      answer({ id, texts });
    },
    (error: unknown) => {
      answer({ id, error });
    },
  );
});

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

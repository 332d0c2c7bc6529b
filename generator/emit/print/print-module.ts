import type { OutputFile } from "../model.ts";
import { moduleTask } from "./module-order.ts";
import type { ModulePlan } from "./module-plan.ts";
import { printItem } from "./printer.ts";

/** Prints a module synchronously, on this thread. */
export function printModule(module: ModulePlan): OutputFile {
  const { item, finish } = moduleTask(module);
  return finish(printItem(item));
}

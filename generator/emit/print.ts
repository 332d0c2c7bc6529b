import type { OutputFile } from "./model.ts";
import { orderModule } from "./module-order.ts";
import type { ModulePlan } from "./module-plan.ts";
import { printItem } from "./printer.ts";

/** Prints a module at once, on this thread. */
export function printModule(plan: ModulePlan): OutputFile {
  const { item, finish } = orderModule(plan);
  return finish(printItem(item));
}

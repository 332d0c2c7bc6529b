import type { OutputFile } from "./model.ts";
import { joinModule, orderDeclarations } from "./module-order.ts";
import type { ModulePlan } from "./module-plan.ts";
import { printItem } from "./printer.ts";

/** Prints a module at once, on this thread. */
export function printModule({ module, declarations }: ModulePlan): OutputFile {
  const { item, finish } = orderDeclarations(declarations);
  return joinModule(module, [finish(printItem(item))]);
}

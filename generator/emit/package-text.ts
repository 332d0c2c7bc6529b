import type { ApiModel } from "../api/model.ts";
import { sortBy } from "../util/compare.ts";
import { createPlan } from "./plan/create-plan.ts";
import { declareModule, documentedModules, draftPackage, type EmitOptions } from "./emit.ts";
import type { OutputFile } from "./model.ts";
import type { PlanOptions } from "./plan/plan.ts";
import { printModule } from "./print/print-module.ts";
import type { PrintTask } from "./print/print-item.ts";
import { printItem } from "./print/printer.ts";
import { runtimeFiles } from "./runtime.ts";

/** Runs a print task synchronously, on this thread. */
export function printTask<T>({ item, finish }: PrintTask<T>): T {
  return finish(printItem(item));
}

/** Prints all files of a package, unformatted. */
export function emitPackage(model: ApiModel, options: EmitOptions): readonly OutputFile[] {
  const draft = draftPackage(model, options);
  const modules = draft.modules.map((outline) => printTask(declareModule(outline, draft.input)));
  const files = [
    ...draft.files,
    ...draft.scripts.map(printTask),
    ...modules.map(({ file }) => file),
    ...draft.finish(modules.map(({ summary }) => summary)),
  ];
  return sortBy(files, ({ path }) => path);
}

/**
 * Prints only the source files of a package, unformatted.
 *
 * @param model the linked and named model
 * @returns the modules of the documented API, and the runtime
 */
export function emitSources(model: ApiModel, options: PlanOptions = {}): readonly OutputFile[] {
  return [...runtimeFiles(model.baseUrl), ...documentedModules(createPlan(model, options)).map(printModule)];
}

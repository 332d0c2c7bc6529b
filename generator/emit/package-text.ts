import type { ApiModel } from "../api/model.ts";
import { sortBy } from "./compare.ts";
import { joinContributions } from "./contribution.ts";
import { createPlan } from "./create-plan.ts";
import { documentedModules, draftPackage, type EmitOptions } from "./emit.ts";
import type { OutputFile } from "./model.ts";
import type { PlanOptions } from "./plan.ts";
import { printModule } from "./print.ts";
import { begin, type Draft, type Printed } from "./draft.ts";
import { printItem } from "./printer.ts";
import { runtimeFiles } from "./runtime.ts";

/** Prints the file of a draft immediately, on this thread. */
export function printDraft(draft: Draft): Printed {
  const { items, finish } = begin(draft);
  return finish(items.map(printItem));
}

/** The files of `draftPackage`, printed. */
export function emitPackage(model: ApiModel, options: EmitOptions): readonly OutputFile[] {
  const { drafts, finish } = draftPackage(model, options);
  const printed = drafts.map(printDraft);
  const files = [
    ...printed.map(({ file }) => file),
    ...finish(joinContributions(printed.map(({ contribution }) => contribution))),
  ];
  return sortBy(files, ({ path }) => path);
}

/**
 * Turns the model into the sources of the package, unformatted and without its other files.
 *
 * @param model the linked and named model
 * @returns the modules of the documented API, and the runtime
 */
export function emitSources(model: ApiModel, options: PlanOptions = {}): readonly OutputFile[] {
  return [...runtimeFiles(model.baseUrl), ...documentedModules(createPlan(model, options)).map(printModule)];
}

import type { ApiModel } from "../api/model.ts";
import { sortBy } from "./compare.ts";
import { joinContributions } from "./contribution.ts";
import { createPlan } from "./create-plan.ts";
import { documentedModules, draftPackage, type EmitOptions } from "./emit.ts";
import type { OutputFile } from "./model.ts";
import type { PlanOptions } from "./plan.ts";
import { printModule } from "./print.ts";
import { printDraft } from "./draft.ts";
import { printer } from "./printer.ts";
import { runtimeFiles } from "./runtime.ts";

/** The files of `draftPackage`, printed. */
export function emitPackage(model: ApiModel, options: EmitOptions): readonly OutputFile[] {
  const { drafts, finish } = draftPackage(model, options);
  const printed = drafts.map((draft) => printDraft(draft, printer));
  const files = [
    ...printed.map(({ file }) => file),
    ...finish(joinContributions(printed.map(({ contribution }) => contribution))),
  ];
  return sortBy(files, ({ path }) => path);
}

/**
 * Turns the model into the sources of the package alone, unformatted.
 *
 * @param model the linked and named model
 * @returns modules with what the docs say, and the runtime
 */
export function emitSources(model: ApiModel, options: PlanOptions = {}): readonly OutputFile[] {
  return [...runtimeFiles(model.baseUrl), ...documentedModules(createPlan(model, options)).map(printModule)];
}

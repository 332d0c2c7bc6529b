import type { ApiModel } from "../api/model.ts";
import { createPlan } from "./create-plan.ts";
import { documentedModules, draftPackage, type EmitOptions } from "./emit.ts";
import type { OutputFile } from "./model.ts";
import type { PlanOptions } from "./plan.ts";
import { printModule } from "./print.ts";
import { printer } from "./printer.ts";
import { runtimeFiles } from "./runtime.ts";

/** The files of `draftPackage`, printed. */
export function emitPackage(model: ApiModel, options: EmitOptions): readonly OutputFile[] {
  return draftPackage(model, options).drafts.map(({ file }) =>
    typeof file === "function" ? file(printer).file : file,
  );
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

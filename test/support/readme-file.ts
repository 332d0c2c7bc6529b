import type { ApiModel } from "../../generator/api/model.ts";
import { createPlan } from "../../generator/emit/plan/create-plan.ts";
import type { OutputFile } from "../../generator/emit/model.ts";
import type { PlanOptions } from "../../generator/emit/plan/plan.ts";
import { readmeFile } from "../../generator/emit/readme/readme.ts";
import { moduleSection } from "../../generator/emit/readme/modules.ts";
import { shownCall } from "../../generator/emit/readme/call.ts";

/** The README of the package that a model gives. */
export function readmeOfModel(packageName: string, model: ApiModel, options?: PlanOptions): OutputFile {
  const plan = createPlan(model, options);
  const calls = [...plan.operations.values()].flatMap((operation) => shownCall(operation, plan));
  return readmeFile({ packageName, baseUrl: model.baseUrl, plan, calls, modules: moduleSection(packageName, plan) });
}

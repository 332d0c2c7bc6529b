import type { ApiModel } from "../../generator/api/model.ts";
import { createPlan } from "../../generator/emit/plan/create-plan.ts";
import type { OutputFile } from "../../generator/emit/model.ts";
import type { PlanOptions } from "../../generator/emit/plan/plan.ts";
import { readmeContext, readmeFile } from "../../generator/emit/readme/readme.ts";
import { skillFile } from "../../generator/emit/readme/skill.ts";

/** The README of the package that a model gives. */
export function readmeOfModel(packageName: string, model: ApiModel, options?: PlanOptions): OutputFile {
  return readmeFile(readmeContext(packageName, model.baseUrl, createPlan(model, options)));
}

/** The guide for coding agents of the package that a model gives. */
export function skillOfModel(packageName: string, model: ApiModel): OutputFile {
  return skillFile(readmeContext(packageName, model.baseUrl, createPlan(model)));
}

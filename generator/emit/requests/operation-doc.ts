import type { OperationPlan, Plan } from "../plan/plan.ts";
import type { Doc, DocTag } from "../syntax/doc.ts";
import { sourceTags } from "../types/interface.ts";
import { permissionTable } from "./permission.ts";

/** JSDoc of a request function: the text of its page, its permissions, and its tags. */
export function operationDoc({ model }: OperationPlan, examples: readonly DocTag[], plan: Plan): Doc {
  const { summary, description } = model;
  const paragraphs = description.startsWith(summary) ? [description] : [summary, description];
  return {
    paragraphs: [...paragraphs, ...permissionTable(model)],
    tags: [...sourceTags(model, plan), ...examples],
  };
}

import { planBody, type BodyPlan } from "./body.ts";
import type { OperationPlan, Plan } from "../plan/plan.ts";
import { planResult, type ResultPlan } from "./result.ts";
import { groupRoutes, type RouteGroup } from "../plan/routes.ts";

/** What a request function sends and returns. */
export interface RequestPlan {
  readonly operation: OperationPlan;
  /** URLs of the operation, grouped by their path keys. */
  readonly groups: readonly RouteGroup[];
  /** Request body, or null. */
  readonly body: BodyPlan | null;
  readonly result: ResultPlan;
}

/** Plans the request of an operation: its URLs, its body and its result. */
export function planRequest(operation: OperationPlan, plan: Plan): RequestPlan {
  return {
    operation,
    groups: groupRoutes(operation.model),
    body: planBody(operation, plan),
    result: planResult(operation.model, plan),
  };
}

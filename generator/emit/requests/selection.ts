import { runtimeSymbol, type OperationPlan, type Plan, type TypePlan } from "../plan/plan.ts";
import { relationshipsOf, subtypeNames } from "../types/related-names.ts";
import { planResult } from "./result.ts";
import { isUntyped } from "../types/type-of.ts";
import { reference, union, type TypeExpression, type TypeSymbol } from "../syntax/type-expression.ts";

/** The values that `$select` and `$expand` of an operation accept. */
export interface Selection {
  readonly resource: TypeExpression;
  /** Names that `$select` accepts. */
  readonly keys: TypeExpression;
  /** Names that `$expand` accepts, or null if there are none. */
  readonly relationships: TypeSymbol | null;
  /** Whether `$select` narrows the type of the response. */
  readonly narrows: boolean;
}

function keysOf(type: TypePlan, plan: Plan): TypeExpression {
  const own = reference(runtimeSymbol(plan, "SelectKey"), reference(type.symbol));
  if (type.subtypes.length === 0 || type.open) return own;
  const names = subtypeNames(type);
  if (names === "none") return own;
  return union([own, names === "open" ? { kind: "openString" } : reference(names)]);
}

function readsOnly(operation: OperationPlan): boolean {
  return operation.model.requests.every((request) => request.method === "GET");
}

/**
 * Determines the values that `$select` and `$expand` of an operation accept.
 *
 * @returns null if the operation does not read a resource
 */
export function selectionOf(operation: OperationPlan, plan: Plan): Selection | null {
  const type = plan.types.get(operation.model.response.type ?? "");
  if (type === undefined || isUntyped(type) || !readsOnly(operation)) return null;
  return {
    resource: reference(type.symbol),
    keys: keysOf(type, plan),
    relationships: relationshipsOf(type, plan),
    narrows: planResult(operation.model, plan).reader === "request",
  };
}

/** Replaces the resource in the type of a response by its selected properties. */
export function narrowed(type: TypeExpression, selection: Selection, plan: Plan): TypeExpression {
  switch (type.kind) {
    case "reference": {
      if (isSame(type, selection.resource)) {
        const related = selection.relationships === null ? [] : [reference(selection.relationships)];
        return reference(runtimeSymbol(plan, "Selected"), type, reference(plan.selectParameter), ...related);
      }
      return { ...type, arguments: type.arguments.map((argument) => narrowed(argument, selection, plan)) };
    }
    case "union":
      return { ...type, items: type.items.map((item) => narrowed(item, selection, plan)) };
    case "keyword":
    case "literal":
    case "openString":
    case "enumValue":
    case "array":
    case "intersection":
    case "object":
      return type;
  }
}

function isSame(a: TypeExpression, b: TypeExpression): boolean {
  return a.kind === "reference" && b.kind === "reference" && a.symbol === b.symbol;
}

import { StructureKind } from "ts-morph";
import { contentTypeOf, planBody } from "./body.ts";
import { docStructures, type Doc } from "./doc.ts";
import { exampleTags } from "./example.ts";
import { planOptions } from "./options.ts";
import { permissionTable } from "./permission.ts";
import { planResult, type ResultPlan } from "./result.ts";
import { groupRoutes, type RouteGroup, type RoutePlan } from "./routes.ts";
import { runtimeSymbol, type OperationPlan, type Plan } from "./plan.ts";
import { sourceTags } from "./interface.ts";
import { symbolsOf } from "./type-expression.ts";
import { typeText } from "./type-text.ts";
import { valueText, type Value } from "./value-text.ts";
import type { BodyPlan } from "./body.ts";
import type { Declaration } from "./declaration.ts";

function routeValue(route: RoutePlan): Value {
  return {
    method: route.method,
    path: route.path,
    name: route.name === route.path ? undefined : (route.name ?? undefined),
    query: Object.keys(route.query).length === 0 ? undefined : route.query,
  };
}

/** The page's order of URLs, which the groups have lost: the first is the default. */
function inPageOrder(groups: readonly RouteGroup[], operation: OperationPlan): readonly RoutePlan[] {
  const routes = groups.flatMap((group) => group.routes);
  return operation.model.requests.flatMap((request) => routes.find((route) => route.request === request) ?? []);
}

function operationText(operation: OperationPlan, groups: readonly RouteGroup[]): string {
  const value: Value = {
    name: operation.symbol.name,
    routes: inPageOrder(groups, operation).map(routeValue),
    content: contentTypeOf(operation.model) ?? undefined,
  };
  return valueText(value);
}

function docOf(operation: OperationPlan, groups: readonly RouteGroup[], body: BodyPlan | null, plan: Plan): Doc {
  const { model } = operation;
  const repeats = model.description === model.summary;
  return {
    paragraphs: [model.summary, ...(repeats ? [] : [model.description]), ...permissionTable(model)],
    tags: [...sourceTags(model), ...exampleTags(operation, groups, body, plan)],
  };
}

function callText(result: ResultPlan, operation: string, plan: Plan): string {
  const reader = runtimeSymbol(plan, result.reader).local;
  const argument = result.reader === "request" ? `<${typeText(result.type)}>` : "";
  return `return await ${reader}${argument}(client, ${operation}, options);`;
}

/**
 * Declares the request function of an operation, after its options and body types.
 *
 * @returns declarations in the order of reading
 */
export function operationDeclarations(operation: OperationPlan, plan: Plan): readonly Declaration[] {
  const groups = groupRoutes(operation.model);
  const body = planBody(operation, plan);
  const options = planOptions(operation, groups, body, plan);
  const result = planResult(operation.model, plan);
  const declared = body?.declaration ?? null;
  const client = runtimeSymbol(plan, "GraphClient");
  const request: Declaration = {
    structure: {
      kind: StructureKind.Function,
      name: operation.symbol.name,
      isExported: true,
      isAsync: true,
      parameters: [
        { name: "client", type: client.local },
        { name: "options", type: operation.options.local, ...(options.optional ? { initializer: "{}" } : {}) },
      ],
      returnType: `${plan.promise.local}<${typeText(result.type)}>`,
      docs: docStructures(docOf(operation, groups, body, plan)),
      statements: [callText(result, operationText(operation, groups), plan)],
    },
    types: [client, ...symbolsOf(result.type)],
    values: [runtimeSymbol(plan, result.reader)],
  };
  return [...(declared === null ? [] : [declared]), options.declaration, request];
}

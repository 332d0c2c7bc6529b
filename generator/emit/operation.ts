import {
  StructureKind,
  type FunctionDeclarationOverloadStructure,
  type OptionalKind,
  type ParameterDeclarationStructure,
} from "ts-morph";
import { contentTypeOf, planBody } from "./body.ts";
import { docStructures, type Doc } from "./doc.ts";
import { exampleTags } from "./example.ts";
import { planMixedOptions, planOptions, selectParameters, type OptionsPlan } from "./options.ts";
import { permissionTable } from "./permission.ts";
import { planResult, type ResultPlan } from "./result.ts";
import { groupRoutes, type RouteGroup, type RoutePlan } from "./routes.ts";
import { runtimeSymbol, type OperationPlan, type Plan } from "./plan.ts";
import { sourceTags } from "./interface.ts";
import { reference, symbolsOf, union, type TypeExpression } from "./type-expression.ts";
import { typeText } from "./type-text.ts";
import { valueText, type Value } from "./value-text.ts";
import type { BodyPlan } from "./body.ts";
import { parameterStructures, type Declaration, type TypeParameter } from "./declaration.ts";
import { narrowed, selectionOf } from "./selection.ts";

function routeValue(route: RoutePlan, isMixed: boolean): Value {
  return {
    method: route.method,
    path: route.path,
    name: route.name === route.path ? undefined : (route.name ?? undefined),
    query: Object.keys(route.query).length === 0 ? undefined : route.query,
    content: isMixed && route.content ? true : undefined,
  };
}

/** The page's order of URLs, which the groups have lost: the first is the default. */
function inPageOrder(groups: readonly RouteGroup[], operation: OperationPlan): readonly RoutePlan[] {
  const routes = groups.flatMap((group) => group.routes);
  return operation.model.requests.flatMap((request) => routes.find((route) => route.request === request) ?? []);
}

function operationText(operation: OperationPlan, groups: readonly RouteGroup[], isMixed: boolean): string {
  const value: Value = {
    name: operation.symbol.name,
    routes: inPageOrder(groups, operation).map((route) => routeValue(route, isMixed)),
    content: contentTypeOf(operation.model) ?? undefined,
  };
  return valueText(value);
}

function docOf(operation: OperationPlan, groups: readonly RouteGroup[], body: BodyPlan | null, plan: Plan): Doc {
  const { model } = operation;
  const paragraphs = model.description.startsWith(model.summary)
    ? [model.description]
    : [model.summary, model.description];
  return {
    paragraphs: [...paragraphs, ...permissionTable(model)],
    tags: [...sourceTags(model, plan), ...exampleTags(operation, groups, body, plan)],
  };
}

function callText(result: ResultPlan, operation: string, plan: Plan): string {
  const reader = runtimeSymbol(plan, result.reader).local;
  const argument =
    result.reader === "request" || result.reader === "requestByRoute" ? `<${typeText(result.type)}>` : "";
  return `return await ${reader}${argument}(client, ${operation}, options);`;
}

/** One way to call a request function. */
interface Signature {
  readonly options: OptionsPlan;
  readonly type: TypeExpression;
}

/** What an operation gives, narrowed by its `$select`. */
function resultType(operation: OperationPlan, plan: Plan): TypeExpression {
  const { type } = planResult(operation.model, plan);
  const selection = selectionOf(operation, plan);
  return selection?.narrows === true ? narrowed(type, selection, plan) : type;
}

/** The signature for JSON is the last, as it is the one that functions over request functions see. */
function signaturesOf(
  operation: OperationPlan,
  groups: readonly RouteGroup[],
  body: BodyPlan | null,
  plan: Plan,
): readonly [Signature, ...Signature[]] {
  const { reader } = planResult(operation.model, plan);
  const type = resultType(operation, plan);
  if (reader !== "requestByRoute" || operation.contentOptions === null) {
    return [{ options: planOptions(operation, groups, body, plan), type }];
  }
  const { json, content } = planMixedOptions(operation, operation.contentOptions, body, plan);
  const response = reference(runtimeSymbol(plan, "ContentResponse"));
  return [
    { options: content, type: response },
    { options: json, type },
  ];
}

function returnType(type: TypeExpression, plan: Plan): string {
  return `${plan.promise.local}<${typeText(type)}>`;
}

function overload(
  signature: Signature,
  docs: string[],
  plan: Plan,
): OptionalKind<FunctionDeclarationOverloadStructure> {
  const { symbol, optional } = signature.options;
  return {
    isExported: true,
    parameters: [
      { name: "client", type: runtimeSymbol(plan, "GraphClient").local },
      { name: "options", type: symbol.local, hasQuestionToken: optional },
    ],
    returnType: returnType(signature.type, plan),
    docs,
  };
}

/** The options of the implementation, which takes those of every signature. */
function optionsParameter(
  signatures: readonly Signature[],
  parameters: readonly TypeParameter[],
): OptionalKind<ParameterDeclarationStructure> {
  const given = parameters.map(({ symbol }) => reference(symbol));
  const type = union(signatures.map(({ options }) => reference(options.symbol, ...given)));
  const isOptional = signatures.some(({ options }) => options.optional);
  return { name: "options", type: typeText(type), ...(isOptional ? { initializer: "{}" } : {}) };
}

/**
 * Declares the request function of an operation, after its options and body types.
 *
 * @returns declarations in the order of reading
 */
export function operationDeclarations(operation: OperationPlan, plan: Plan): readonly Declaration[] {
  const groups = groupRoutes(operation.model);
  const body = planBody(operation, plan);
  const result = planResult(operation.model, plan);
  const signatures = signaturesOf(operation, groups, body, plan);
  const isMixed = signatures.length > 1;
  const declared = body?.declaration ?? null;
  const client = runtimeSymbol(plan, "GraphClient");
  const docs = docStructures(docOf(operation, groups, body, plan));
  const parameters = selectParameters(operation, plan);
  const request: Declaration = {
    structure: {
      kind: StructureKind.Function,
      name: operation.symbol.name,
      isExported: true,
      isAsync: true,
      typeParameters: parameterStructures(parameters),
      parameters: [{ name: "client", type: client.local }, optionsParameter(signatures, parameters)],
      returnType: returnType(union(signatures.map(({ type }) => type)), plan),
      ...(isMixed ? { overloads: signatures.map((signature) => overload(signature, docs, plan)) } : { docs }),
      statements: [
        callText({ ...result, type: resultType(operation, plan) }, operationText(operation, groups, isMixed), plan),
      ],
    },
    types: [client, ...signatures.flatMap(({ type }) => symbolsOf(type))],
    values: [runtimeSymbol(plan, result.reader)],
  };
  const optionTypes = signatures.map((signature) => signature.options.declaration).reverse();
  return [...(declared === null ? [] : [declared]), ...optionTypes, request];
}

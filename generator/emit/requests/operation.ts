// Turns a planned request (URLs, body, result) into the declarations of its function, options and body.
// The types of the parts are determined in `path.ts`, `query.ts`, `options.ts`, `body.ts` and `result.ts`.

import type { FunctionDeclarationOverloadStructure, OptionalKind, ParameterDeclarationStructure } from "ts-morph";
import { contentTypeOf } from "./body.ts";
import { stringLiteral } from "../syntax/escape.ts";
import { docStructures, type DocTag } from "../syntax/doc.ts";
import { planMixedOptions, planOptions, selectParameters, type OptionsPlan } from "./options.ts";
import { operationDoc } from "./operation-doc.ts";
import type { RequestPlan } from "./request-plan.ts";
import { inPageOrder, type RouteGroup, type RoutePlan } from "../plan/routes.ts";
import { runtimeSymbol, type OperationPlan, type Plan } from "../plan/plan.ts";
import type { RuntimeName } from "../plan/runtime-names.ts";
import {
  reference,
  symbolsOf,
  union,
  type TypeExpression,
  type TypeParameter,
  type TypeSymbol,
} from "../syntax/type-expression.ts";
import { typeLayout, typeText } from "../syntax/type-layout.ts";
import { valueLayout, type Data } from "../syntax/value-layout.ts";
import { parameterStructures, type Declaration } from "../syntax/declaration.ts";
import { functionHead, parameterLayout, returnText } from "../syntax/function-layout.ts";
import type { PrettierDoc } from "../syntax/layout.ts";
import { narrowed, selectionOf } from "./selection.ts";
import { StructureKind } from "../syntax/structure-kind.ts";

function routeValue(route: RoutePlan, isMixed: boolean): Data {
  return {
    method: route.method,
    path: route.path,
    name: route.name === route.path ? undefined : (route.name ?? undefined),
    query: Object.keys(route.query).length === 0 ? undefined : route.query,
    content: isMixed && route.content ? true : undefined,
  };
}

function operationValue(operation: OperationPlan, groups: readonly RouteGroup[], isMixed: boolean): Data {
  return {
    name: operation.symbol.name,
    routes: inPageOrder(groups, operation.model).map((route) => routeValue(route, isMixed)),
  };
}

function bodyConverter({ model }: OperationPlan): RuntimeName {
  return model.requestBody?.content === undefined ? "withContent" : "withContentOrJson";
}

/** The functions of the runtime that a request function calls. */
function runtimeFunctions({ operation, result }: RequestPlan, plan: Plan): readonly TypeSymbol[] {
  const converter = contentTypeOf(operation.model) === null ? [] : [bodyConverter(operation)];
  return [result.reader, ...converter].map((name) => runtimeSymbol(plan, name));
}

/** The options as they are passed to the runtime, which sends a body as JSON by default. */
function passedOptions(operation: OperationPlan, plan: Plan): string {
  const type = contentTypeOf(operation.model);
  const { local } = runtimeSymbol(plan, bodyConverter(operation));
  return type === null ? "options" : `${local}(options, ${stringLiteral(type)})`;
}

function callText(request: RequestPlan, isMixed: boolean, plan: Plan): string {
  const { operation, groups } = request;
  const result = { ...request.result, type: resultType(request, plan) };
  const isTyped = result.reader === "request" || result.reader === "requestByRoute";
  return returnText({
    isAwaited: true,
    name: runtimeSymbol(plan, result.reader).local,
    typeArguments: isTyped ? [result.type] : [],
    arguments: ["client", valueLayout(operationValue(operation, groups, isMixed)), passedOptions(operation, plan)],
  });
}

interface Signature {
  readonly options: OptionsPlan;
  readonly type: TypeExpression;
}

/** The result of an operation, narrowed by its `$select`. */
function resultType({ operation, result: { type } }: RequestPlan, plan: Plan): TypeExpression {
  const selection = selectionOf(operation, plan);
  return selection?.narrows === true ? narrowed(type, selection, plan) : type;
}

/** The signature for JSON is the last one, because type inference from overloads uses the last. */
function signaturesOf(request: RequestPlan, plan: Plan): readonly [Signature, ...Signature[]] {
  const { operation, groups, body, result } = request;
  const type = resultType(request, plan);
  if (result.reader !== "requestByRoute" || operation.contentOptions === null) {
    return [{ options: planOptions(operation, groups, body, plan), type }];
  }
  const { json, content } = planMixedOptions(request, operation.contentOptions, plan);
  const response = reference(runtimeSymbol(plan, "ContentResponse"));
  return [
    { options: content, type: response },
    { options: json, type },
  ];
}

function returnType(type: TypeExpression, plan: Plan): TypeExpression {
  return reference(plan.promise, type);
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
    returnType: typeText(returnType(signature.type, plan)),
    docs,
  };
}

function overloadHead(signature: Signature, operation: OperationPlan, plan: Plan): PrettierDoc {
  const { symbol, optional } = signature.options;
  return functionHead({
    name: operation.symbol.name,
    isAsync: false,
    typeParameters: [],
    parameters: [
      `client: ${runtimeSymbol(plan, "GraphClient").local}`,
      `options${optional ? "?" : ""}: ${symbol.local}`,
    ],
    result: typeLayout(returnType(signature.type, plan)),
    hasBody: false,
  });
}

/** The implementation accepts the options of every signature and returns the result of any. */
interface Implementation {
  readonly parameters: readonly TypeParameter[];
  readonly options: TypeExpression;
  readonly isOptional: boolean;
  readonly result: TypeExpression;
}

function implementationOf(signatures: readonly Signature[], operation: OperationPlan, plan: Plan): Implementation {
  const parameters = selectParameters(operation, plan);
  const typeArguments = parameters.map(({ symbol }) => reference(symbol));
  return {
    parameters,
    options: union(signatures.map(({ options }) => reference(options.symbol, ...typeArguments))),
    isOptional: signatures.some(({ options }) => options.optional),
    result: returnType(union(signatures.map(({ type }) => type)), plan),
  };
}

function optionsParameter({ options, isOptional }: Implementation): OptionalKind<ParameterDeclarationStructure> {
  return { name: "options", type: typeText(options), ...(isOptional ? { initializer: "{}" } : {}) };
}

function implementationHead(implementation: Implementation, operation: OperationPlan, plan: Plan): PrettierDoc {
  const { parameters, options, isOptional, result } = implementation;
  return functionHead({
    name: operation.symbol.name,
    isAsync: true,
    typeParameters: parameters,
    parameters: [
      `client: ${runtimeSymbol(plan, "GraphClient").local}`,
      parameterLayout("options", options, isOptional ? " = {}" : ""),
    ],
    result: typeLayout(result),
    hasBody: true,
  });
}

/**
 * Declares the request function of an operation, and the types of its options and body.
 *
 * @param examples tags with examples of a call
 * @returns declarations in the order of the module
 */
export function operationDeclarations(
  request: RequestPlan,
  examples: readonly DocTag[],
  plan: Plan,
): readonly Declaration[] {
  const { operation, body } = request;
  const signatures = signaturesOf(request, plan);
  const isMixed = signatures.length > 1;
  const declared = body?.declaration ?? null;
  const client = runtimeSymbol(plan, "GraphClient");
  const docs = docStructures(operationDoc(operation, examples, plan));
  const implementation = implementationOf(signatures, operation, plan);
  const requestFunction: Declaration = {
    structure: {
      kind: StructureKind.Function,
      name: operation.symbol.name,
      isExported: true,
      isAsync: true,
      typeParameters: parameterStructures(implementation.parameters),
      parameters: [{ name: "client", type: client.local }, optionsParameter(implementation)],
      returnType: typeText(implementation.result),
      ...(isMixed ? { overloads: signatures.map((signature) => overload(signature, docs, plan)) } : { docs }),
      statements: [callText(request, isMixed, plan)],
    },
    heads: [
      ...(isMixed ? signatures : []).map((signature) => () => overloadHead(signature, operation, plan)),
      () => implementationHead(implementation, operation, plan),
    ],
    types: [client, ...signatures.flatMap(({ type }) => symbolsOf(type))],
    values: runtimeFunctions(request, plan),
    shape: { name: operation.symbol.name, type: union(signatures.map(({ type }) => type)) },
  };
  const optionTypes = signatures.map((signature) => signature.options.declaration).reverse();
  return [...(declared === null ? [] : [declared]), ...optionTypes, requestFunction];
}

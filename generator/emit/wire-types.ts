import type { ApiModel } from "../api/model.ts";
import { planBody } from "./requests/body.ts";
import { byModule, type Placed } from "./content.ts";
import { createPlan } from "./plan/create-plan.ts";
import { aliasDeclaration, type Declaration } from "./syntax/declaration.ts";
import { NO_DOC } from "./syntax/doc.ts";
import { enumDeclarations } from "./types/enum.ts";
import { resourceInterface } from "./types/interface.ts";
import type { OutputFile } from "./model.ts";
import type { ModulePlan } from "./print/module-plan.ts";
import { runtimeSymbol, type OperationPlan, type Plan } from "./plan/plan.ts";
import { printModule } from "./print/print-module.ts";
import { planResult } from "./requests/result.ts";
import { runtimeFiles } from "./runtime.ts";
import { VOID, reference, type TypeExpression } from "./syntax/type-expression.ts";

/** The body or the result of an operation: JSON of a type, content other than JSON, or nothing. */
export type WireType =
  | { readonly kind: "none" }
  | { readonly kind: "content" }
  | {
      readonly kind: "json";
      /** Exported name of the type. */
      readonly name: string;
      /** Exported name of the type without the properties of derived types, or null if it has none of these. */
      readonly exact: string | null;
      /** Name of the interface that the operation itself declares, or null. */
      readonly declared: string | null;
    };

/** The types of the package that describe JSON, as modules with named exports. */
export interface WireTypes {
  /** TypeScript files that import only each other. */
  readonly files: readonly OutputFile[];
  /** Path of the module that exports the names. */
  readonly index: string;
  /** Types of each operation, by the operation's name in the model. */
  readonly operations: ReadonlyMap<string, { readonly body: WireType; readonly result: WireType }>;
  /** Each type of the model by full name: the exported name and that of its interface. */
  readonly types: ReadonlyMap<string, { readonly name: string; readonly declared: string }>;
}

const INDEX = "wire/index";
const NOTHING: WireType = { kind: "none" };
const CONTENT: WireType = { kind: "content" };

type Alias = (prefix: string, type: TypeExpression) => string;

/**
 * Prints only the types of the package, so that JSON can be type-checked against them.
 *
 * @param model the linked and named model
 */
export function emitWireTypes(model: ApiModel): WireTypes {
  const plan = createPlan(model);
  const aliases: Declaration[] = [];
  const alias: Alias = (prefix, type) => {
    const name = `${prefix}${aliases.length}`;
    aliases.push(aliasDeclaration({ name, local: name, module: INDEX }, type, NO_DOC));
    return name;
  };
  const operations = new Map(
    [...plan.operations.values()].map((operation) => [
      operation.model.name,
      { body: bodyType(operation, plan, alias), result: resultType(operation, plan, alias) },
    ]),
  );
  const types = new Map(
    [...plan.types.values()].map(({ fullName, symbol }) => [
      fullName,
      { name: alias("Type", reference(symbol)), declared: symbol.name },
    ]),
  );
  const modules = [...declaredModules(plan), { module: INDEX, declarations: aliases }];
  const files = [...runtimeFiles(model.baseUrl), ...modules.map(printModule)];
  return { files, index: `src/${INDEX}.ts`, operations, types };
}

function declaredModules(plan: Plan): readonly ModulePlan[] {
  const placed: readonly Placed<Declaration>[] = [
    ...[...plan.types.values()].map((type) => [type.symbol, [resourceInterface(type, plan)]] as const),
    ...[...plan.enums.values()].map((item) => [item.symbol, enumDeclarations(item, plan)] as const),
    ...[...plan.operations.values()].map((item) => [item.symbol, declaredBody(item, plan)] as const),
  ];
  return [...byModule(placed)].map(([module, declarations]) => ({ module, declarations }));
}

function declaredBody(operation: OperationPlan, plan: Plan): readonly Declaration[] {
  const declaration = planBody(operation, plan)?.declaration ?? null;
  return declaration === null ? [] : [declaration];
}

function bodyType(operation: OperationPlan, plan: Plan, alias: Alias): WireType {
  const body = planBody(operation, plan);
  if (body === null) return NOTHING;
  if (isNamed(body.type, runtimeSymbol(plan, "RequestContent").local)) return CONTENT;
  const exact = exactType(body.type, plan);
  return {
    kind: "json",
    name: alias("Body", body.type),
    exact: exact === null ? null : alias("Exact", exact),
    declared: body.declaration === null ? null : operation.body.name,
  };
}

function resultType(operation: OperationPlan, plan: Plan, alias: Alias): WireType {
  const { reader, type } = planResult(operation.model, plan);
  if (type === VOID) return NOTHING;
  if (reader === "requestContent" || reader === "requestText") return CONTENT;
  return { kind: "json", name: alias("Result", type), exact: null, declared: null };
}

function isNamed(type: TypeExpression, local: string): boolean {
  return type.kind === "reference" && type.symbol.local === local;
}

function exactType(type: TypeExpression, plan: Plan): TypeExpression | null {
  if (type.kind !== "reference" || !isNamed(type, runtimeSymbol(plan, "OrSubtype").local)) return null;
  return type.arguments[0] ?? null;
}

import type { EnumModel, OperationModel, TypeModel } from "../api/model.ts";
import { sortBy } from "./compare.ts";
import { fullName, type Hierarchy } from "./hierarchy.ts";
import type { TypeProperties } from "./members.ts";
import { modulePath, type ModulePaths } from "./modules.ts";
import { claimName, pascalCase, toIdentifier } from "./names.ts";
import type { EnumPlan, OperationPlan, TypePlan } from "./plan.ts";
import { answersOf } from "./routes.ts";
import { RUNTIME_EXPORTS, RUNTIME_MODULE, type RuntimeName } from "./runtime.ts";
import type { TypeSymbol } from "./type-expression.ts";

function symbol(name: string, module: string): TypeSymbol {
  return { name, local: name, module };
}

/** Names an enum. */
export function planEnum(model: EnumModel, paths: ModulePaths, taken: Set<string>): EnumPlan {
  const name = claimName(taken, [toIdentifier(model.identifier), `${toIdentifier(model.identifier)}Enum`]);
  const evolvable = model.members.some((member) => member.name === "unknownFutureValue");
  return { model, symbol: symbol(name, `enums/${modulePath(model.module, paths)}`), open: evolvable || model.flags };
}

function planOperation(model: OperationModel, name: string, module: string, taken: Set<string>): OperationPlan {
  const pascal = pascalCase(name);
  const claim = (base: string, word: string): string =>
    claimName(taken, [`${base}${word}`, `${base}Request${word}`, `${base}Operation${word}`]);
  return {
    model,
    symbol: symbol(name, module),
    options: symbol(claim(pascal, "Options"), module),
    contentOptions: answersOf(model) === "mixed" ? symbol(claim(pascal, "ContentOptions"), module) : null,
    body: symbol(claim(pascal, "Body"), module),
    permissions: symbol(claim(name, "Permissions"), `permissions/${module}`),
  };
}

/** Names the functions of all operations that have a URL, and only then what is derived from them. */
export function planOperations(
  models: readonly OperationModel[],
  paths: ModulePaths,
  taken: Set<string>,
): readonly OperationPlan[] {
  const callable = models.filter((model) => model.requests.length > 0);
  const named = sortBy(callable, (model) => model.name).map((model) => {
    const name = toIdentifier(model.name);
    return [model, claimName(taken, [name, `${name}Request`, `${name}Operation`])] as const;
  });
  return named.map(([model, name]) => planOperation(model, name, modulePath(model.module, paths), taken));
}

/** What the plan of a type needs to know of the others. */
export interface TypeContext {
  readonly hierarchy: Hierarchy;
  readonly properties: ReadonlyMap<string, TypeProperties>;
  /** Path of the module that declares a type. */
  readonly modules: ReadonlyMap<string, string>;
  readonly taken: Set<string>;
}

const NO_PROPERTIES: TypeProperties = { own: new Map(), all: new Map() };

/** Names what is derived from a type. */
export function planType(model: TypeModel, name: string, context: TypeContext): TypePlan {
  const id = fullName(model);
  const module = context.modules.get(id) ?? model.module;
  const subtypes = context.hierarchy.subtypes.get(id) ?? [];
  const base = context.modules.get(context.hierarchy.bases.get(id) ?? "");
  const claim = (prefix: string): string => claimName(context.taken, [`${prefix}${name}`, `${prefix}${name}Type`]);
  return {
    model,
    fullName: id,
    symbol: symbol(name, module),
    properties: context.properties.get(id) ?? NO_PROPERTIES,
    open: model.open || model.inferred,
    subtypes,
    union: subtypes.length > 0 ? symbol(claim("Any"), `unions/${module}`) : null,
    unionGuard: subtypes.length > 0 ? symbol(claim("isAny"), `unions/${module}`) : null,
    guard: base === undefined ? null : symbol(claim("is"), `unions/${base}`),
  };
}

/**
 * Names the exports of the runtime; one that a resource has too is imported under another name.
 *
 * @param taken names of the model and those derived from it
 */
export function planRuntime(taken: Set<string>): ReadonlyMap<RuntimeName, TypeSymbol> {
  const plan = ([name, isValue]: (typeof RUNTIME_EXPORTS)[number]): readonly [RuntimeName, TypeSymbol] => {
    const prefixed = isValue ? `graph${pascalCase(name)}` : `Graph${name}`;
    return [name, { name, local: claimName(taken, [name, prefixed]), module: RUNTIME_MODULE }];
  };
  return new Map(RUNTIME_EXPORTS.map(plan));
}

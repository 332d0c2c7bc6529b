import type { ApiModel, EnumModel, OperationModel, TypeModel } from "../api/model.ts";
import { sortBy } from "./compare.ts";
import { bareTypeNames } from "./bare-types.ts";
import { fullName, readHierarchy, type Hierarchy } from "./hierarchy.ts";
import { resolveProperties, type TypeProperties } from "./members.ts";
import { resourceModule } from "./modules.ts";
import { claimName, toIdentifier } from "./names.ts";
import { planEnum, planOperations, planRuntime, planType } from "./plan-names.ts";
import { RUNTIME_MODULE, type RuntimeName } from "./runtime.ts";
import type { TypeSymbol } from "./type-expression.ts";

export interface TypePlan {
  readonly model: TypeModel;
  readonly fullName: string;
  readonly symbol: TypeSymbol;
  readonly properties: TypeProperties;
  /** Whether objects may have properties that no page names. */
  readonly open: boolean;
  readonly subtypes: readonly string[];
  /** Union of the types derived from this one; only a base has it. */
  readonly union: TypeSymbol | null;
  /** Type guard of the union. */
  readonly unionGuard: TypeSymbol | null;
  /** Type guard; only a subtype has it, and it stands beside the union of its base. */
  readonly guard: TypeSymbol | null;
}

export interface EnumPlan {
  readonly model: EnumModel;
  readonly symbol: TypeSymbol;
  /** Whether the service may send values that no page names, or several at once. */
  readonly open: boolean;
}

export interface OperationPlan {
  readonly model: OperationModel;
  readonly symbol: TypeSymbol;
  readonly options: TypeSymbol;
  readonly body: TypeSymbol;
  readonly permissions: TypeSymbol;
}

/** All names and modules of the package, decided before any text is printed. */
export interface Plan {
  readonly types: ReadonlyMap<string, TypePlan>;
  readonly enums: ReadonlyMap<string, EnumPlan>;
  readonly operations: readonly OperationPlan[];
  readonly hierarchy: Hierarchy;
  readonly runtime: ReadonlyMap<RuntimeName, TypeSymbol>;
  /** The platform's promise, spelled so that a type of that name does not hide it. */
  readonly promise: TypeSymbol;
  /** Full names of types that an example writes without the leading `#`. */
  readonly bareTypeNames: ReadonlySet<string>;
}

/** The first of several items with one full name counts; the model promises that there is one. */
function byFullName<T extends TypeModel | EnumModel>(items: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of sortBy(items, fullName)) if (!found.has(fullName(item))) found.set(fullName(item), item);
  return found;
}

/** The symbol of a runtime export. */
export function runtimeSymbol(plan: Plan, name: RuntimeName): TypeSymbol {
  return plan.runtime.get(name) ?? { name, local: name, module: RUNTIME_MODULE };
}

/**
 * Decides every name and module of the package.
 *
 * @param model the linked model; names come from it, and only what they need in addition is decided here
 */
export function createPlan(model: ApiModel): Plan {
  const taken = new Set<string>();
  const types = byFullName(model.types);
  const enums = byFullName(model.enums);
  const hierarchy = readHierarchy([...types.values()]);
  const properties = resolveProperties(types, enums, hierarchy);
  const typeNames = [...types.values()].map((type) => {
    const name = toIdentifier(type.identifier);
    return [type, claimName(taken, [name, `${name}Resource`])] as const;
  });
  const enumPlans = [...enums].map(([name, item]) => [name, planEnum(item, taken)] as const);
  const operations = planOperations(model.operations, taken);
  const modules = new Map([...types].map(([name, type]) => [name, resourceModule(type.module)]));
  const context = { hierarchy, properties, modules, taken };
  const typePlans = typeNames.map(([type, name]) => [fullName(type), planType(type, name, context)] as const);
  const runtime = planRuntime(taken);
  const promise = taken.has("Promise") ? "globalThis.Promise" : "Promise";
  return {
    types: new Map(typePlans),
    enums: new Map(enumPlans),
    operations,
    hierarchy,
    runtime,
    promise: { name: "Promise", local: promise, module: null },
    bareTypeNames: bareTypeNames(model.operations),
  };
}

import type { ApiModel, EnumModel, OperationModel, TypeModel } from "../api/model.ts";
import { sortBy } from "./compare.ts";
import { fullName, readHierarchy, type Hierarchy } from "./hierarchy.ts";
import { resolveProperties } from "./members.ts";
import { modulePath, planModules, type ModulePaths } from "./modules.ts";
import { createNames, type Names } from "./names.ts";
import { createSummaries, type Summarize } from "./operation-summary.ts";
import { nameType, planEnum, planOperations, planRuntime, planSelectParameter, planType } from "./plan-names.ts";
import { NO_PLAN_MEMORY, type ModelMemory, type PlanMemory } from "./plan-memory.ts";
import type { Plan, PlanOptions } from "./plan.ts";

/** The first of several items with one full name counts; the model promises that there is one. */
function byFullName<T extends TypeModel | EnumModel>(items: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const named = items.map((item) => [fullName(item), item] as const);
  for (const [name, item] of sortBy(named, ([name]) => name)) if (!found.has(name)) found.set(name, item);
  return found;
}

function sortedModules(items: readonly { readonly module: string }[]): readonly string[] {
  return sortBy(items, (item) => item.module).map((item) => item.module);
}

/** Spelling of the modules: a page of a resource knows its name better than a page that only calls it. */
function modulePaths({ types, enums, operations }: ApiModel, memory: PlanMemory): ModulePaths {
  const all = [types, enums, operations];
  const inputs = all.flatMap((items) => [null, ...items.map(({ module }) => module)]);
  return memory.paths(inputs, () => planModules(all.flatMap(sortedModules)));
}

/** What holds for the whole model, also where the package is a selection of it. */
interface Whole {
  readonly names: Names;
  readonly paths: ModulePaths;
  readonly hierarchy: Hierarchy;
  readonly bareTypeNames: ReadonlySet<string>;
  readonly summarize: Summarize;
  readonly isMixed: PlanMemory["isMixed"];
}

/** Operations that have a URL, by name. */
function callable(operations: readonly OperationModel[]): readonly OperationModel[] {
  const found = operations.filter((model) => model.requests.length > 0);
  return sortBy(found, (model) => model.name);
}

function planModel(model: ApiModel, whole: Whole, options: PlanOptions, memory: ModelMemory): Plan {
  const { names, paths, hierarchy } = whole;
  const types = byFullName(model.types);
  const enums = byFullName(model.enums);
  const enumNames = memory.enumNames([...enums.keys()], () => new Set(enums.keys()));
  const properties = resolveProperties(types, { hierarchy, enums: enumNames }, memory.properties);
  const typeNames = [...types.values()].map((type) => [type, nameType(type, names)] as const);
  const style = options.enumStyle ?? "enum";
  const enumContext = { paths, names, style, last: memory.enums };
  const enumPlans = [...enums].map(([name, item]) => [name, planEnum(item, enumContext)] as const);
  const sorted = memory.sorted(model.operations, () => callable(model.operations));
  const operations = planOperations(sorted, { paths, names, isMixed: whole.isMixed, last: memory.operations });
  const modules = new Map([...types].map(([name, type]) => [name, modulePath(type.module, paths)]));
  const context = { hierarchy, properties, modules, names, last: memory.types, lastDerived: memory.derived };
  const typePlans = typeNames.map(([type, name]) => planType(type, name, context));
  const runtime = planRuntime(names);
  const promise = names.isTaken("Promise") ? "globalThis.Promise" : "Promise";
  return {
    types: new Map(typePlans.map((type) => [type.fullName, type])),
    enums: new Map(enumPlans),
    operations: new Map(operations.map((operation) => [operation.symbol.name, operation])),
    hierarchy,
    runtime,
    promise: { name: "Promise", local: promise, module: null },
    selectParameter: planSelectParameter(names),
    bareTypeNames: whole.bareTypeNames,
    summarize: whole.summarize,
    pageUrl: options.pageUrl ?? null,
  };
}

/** Who inherits from whom, which few edits change. */
function hierarchyOf({ types }: ApiModel, memory: PlanMemory): Hierarchy {
  const inputs = types.flatMap(({ namespace, name, baseType }) => [namespace, name, baseType]);
  return memory.hierarchy(inputs, () => readHierarchy([...byFullName(types).values()]));
}

/**
 * Decides every name and module of the package.
 *
 * @param model the linked model; names come from it, and only what they need in addition is decided here
 * @param options what the user decides; with `whole`, every name is the one that the whole model's package has
 * @param memory what is known of the plan that was made last; what is the same in both is one object
 */
export function createPlan(model: ApiModel, options: PlanOptions = {}, memory: PlanMemory = NO_PLAN_MEMORY): Plan {
  const all = options.whole ?? model;
  const summarize = options.summarize ?? createSummaries();
  const names = createNames(memory.given());
  const whole: Whole = {
    names,
    paths: modulePaths(all, memory),
    hierarchy: hierarchyOf(all, memory),
    bareTypeNames: memory.bareTypeNames(
      all.operations,
      () => new Set(all.operations.flatMap((operation) => summarize(operation).bareTypeNames)),
    ),
    summarize,
    isMixed: (operation) => memory.isMixed(operation),
  };
  if (all !== model) planModel(all, whole, options, memory.whole);
  const plan = planModel(model, whole, options, memory.part);
  memory.note(names.given);
  return plan;
}

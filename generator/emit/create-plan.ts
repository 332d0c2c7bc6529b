import type { ApiModel, EnumModel, TypeModel } from "../api/model.ts";
import { sortBy } from "./compare.ts";
import { fullName, readHierarchy, type Hierarchy } from "./hierarchy.ts";
import { resolveProperties } from "./members.ts";
import { modulePath, planModules, type ModulePaths } from "./modules.ts";
import { createNames, giveName, toIdentifier, type Names } from "./names.ts";
import { createSummaries, type Summarize } from "./operation-summary.ts";
import { planEnum, planOperations, planRuntime, planType } from "./plan-names.ts";
import type { Plan, PlanOptions } from "./plan.ts";

/** The first of several items with one full name counts; the model promises that there is one. */
function byFullName<T extends TypeModel | EnumModel>(items: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of sortBy(items, fullName)) if (!found.has(fullName(item))) found.set(fullName(item), item);
  return found;
}

function sortedModules(items: readonly { readonly module: string }[]): readonly string[] {
  return sortBy(items, (item) => item.module).map((item) => item.module);
}

/** Spelling of the modules: a page of a resource knows its name better than a page that only calls it. */
function modulePaths(model: ApiModel): ModulePaths {
  return planModules([model.types, model.enums, model.operations].flatMap(sortedModules));
}

/** What holds for the whole model, also where the package is a selection of it. */
interface Whole {
  readonly names: Names;
  readonly paths: ModulePaths;
  readonly hierarchy: Hierarchy;
  readonly bareTypeNames: ReadonlySet<string>;
  readonly summarize: Summarize;
}

function planModel(model: ApiModel, whole: Whole, options: PlanOptions): Plan {
  const { names, paths, hierarchy } = whole;
  const types = byFullName(model.types);
  const enums = byFullName(model.enums);
  const properties = resolveProperties(types, enums, hierarchy);
  const typeNames = [...types].map(([id, type]) => {
    const name = toIdentifier(type.identifier);
    return [type, giveName(names, `type ${id}`, [name, `${name}Resource`])] as const;
  });
  const style = options.enumStyle ?? "enum";
  const enumPlans = [...enums].map(([name, item]) => [name, planEnum(item, { paths, names, style })] as const);
  const operations = planOperations(model.operations, paths, names);
  const modules = new Map([...types].map(([name, type]) => [name, modulePath(type.module, paths)]));
  const context = { hierarchy, properties, modules, names };
  const typePlans = typeNames.map(([type, name]) => [fullName(type), planType(type, name, context)] as const);
  const runtime = planRuntime(names);
  const promise = names.taken.has("Promise") ? "globalThis.Promise" : "Promise";
  const selectParameter = giveName(names, "type parameter of $select", ["Select", "SelectKeys"]);
  return {
    types: new Map(typePlans),
    enums: new Map(enumPlans),
    operations: new Map(operations.map((operation) => [operation.symbol.name, operation])),
    hierarchy,
    runtime,
    promise: { name: "Promise", local: promise, module: null },
    selectParameter: { name: selectParameter, local: selectParameter, module: null },
    bareTypeNames: whole.bareTypeNames,
    summarize: whole.summarize,
    pageUrl: options.pageUrl ?? null,
  };
}

/**
 * Decides every name and module of the package.
 *
 * @param model the linked model; names come from it, and only what they need in addition is decided here
 * @param options what the user decides; with `whole`, every name is the one that the whole model's package has
 */
export function createPlan(model: ApiModel, options: PlanOptions = {}): Plan {
  const all = options.whole ?? model;
  const summarize = options.summarize ?? createSummaries();
  const whole: Whole = {
    names: createNames(),
    paths: modulePaths(all),
    hierarchy: readHierarchy([...byFullName(all.types).values()]),
    bareTypeNames: new Set(all.operations.flatMap((operation) => summarize(operation).bareTypeNames)),
    summarize,
  };
  if (all !== model) planModel(all, whole, options);
  return planModel(model, whole, options);
}

import type { ApiModel, EnumModel, TypeModel } from "../api/model.ts";
import { bareTypeNames } from "./bare-types.ts";
import { sortBy } from "./compare.ts";
import { fullName, readHierarchy } from "./hierarchy.ts";
import { resolveProperties } from "./members.ts";
import { modulePath, planModules, type ModulePaths } from "./modules.ts";
import { claimName, toIdentifier } from "./names.ts";
import { planEnum, planOperations, planRuntime, planType } from "./plan-names.ts";
import type { Plan } from "./plan.ts";

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

/**
 * Decides every name and module of the package.
 *
 * @param model the linked model; names come from it, and only what they need in addition is decided here
 */
export function createPlan(model: ApiModel): Plan {
  const taken = new Set<string>();
  const paths = modulePaths(model);
  const types = byFullName(model.types);
  const enums = byFullName(model.enums);
  const hierarchy = readHierarchy([...types.values()]);
  const properties = resolveProperties(types, enums, hierarchy);
  const typeNames = [...types.values()].map((type) => {
    const name = toIdentifier(type.identifier);
    return [type, claimName(taken, [name, `${name}Resource`])] as const;
  });
  const enumPlans = [...enums].map(([name, item]) => [name, planEnum(item, paths, taken)] as const);
  const operations = planOperations(model.operations, paths, taken);
  const modules = new Map([...types].map(([name, type]) => [name, modulePath(type.module, paths)]));
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

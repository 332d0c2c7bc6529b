// Turns the linked model into the plan: the name and the module of every declaration of the package.
// All other emitters look up names in it, so no name depends on the order in which modules are printed.

import type { ApiModel, EnumModel, Json, OperationModel, TypeModel } from "../../api/model.ts";
import { sortBy } from "../../util/compare.ts";
import { fullName } from "../../util/odata.ts";
import { readHierarchy, type Hierarchy } from "./hierarchy.ts";
import { resolveProperties } from "./members.ts";
import { modulePath, planModules, type ModulePaths } from "./modules.ts";
import { createNames, type Names } from "./identifiers.ts";
import { nameType, planEnum, planOperations, planRuntime, planSelectParameter, planType } from "./plan-names.ts";
import type { Plan, PlanOptions } from "./plan.ts";

/** Maps items by full name. The model guarantees that full names are unique; otherwise, the first item wins. */
function byFullName<T extends TypeModel | EnumModel>(items: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const named = items.map((item) => [fullName(item), item] as const);
  for (const [name, item] of sortBy(named, ([name]) => name)) if (!found.has(name)) found.set(name, item);
  return found;
}

function sortedModules(items: readonly { readonly module: string }[]): readonly string[] {
  return sortBy(items, (item) => item.module).map((item) => item.module);
}

/** Types come first, because the page of a resource spells its name more reliably than a page that only calls it. */
function modulePaths({ types, enums, operations }: ApiModel): ModulePaths {
  return planModules([types, enums, operations].flatMap(sortedModules));
}

/** Facts about the whole model, which also apply to a package of a selection. */
interface SharedFacts {
  readonly names: Names;
  readonly paths: ModulePaths;
  readonly hierarchy: Hierarchy;
  readonly bareTypeNames: ReadonlySet<string>;
}

/** Operations with the URLs that can be called, by name; those without such a URL are dropped. */
function callable(operations: readonly OperationModel[]): readonly OperationModel[] {
  const narrowed = operations.map((model) => ({ ...model, requests: model.requests.filter((each) => each.callable) }));
  const found = narrowed.filter((model) => model.requests.length > 0);
  return sortBy(found, (model) => model.name);
}

function planModel(model: ApiModel, whole: SharedFacts, options: PlanOptions): Plan {
  const { names, paths, hierarchy } = whole;
  const types = byFullName(model.types);
  const enums = byFullName(model.enums);
  const properties = resolveProperties(types, { hierarchy, enums: new Set(enums.keys()) });
  const typeNames = [...types.values()].map((type) => [type, nameType(type, names)] as const);
  const style = options.enumStyle ?? "enum";
  const enumPlans = [...enums].map(([name, item]) => [name, planEnum(item, { paths, names, style })] as const);
  const operations = planOperations(callable(model.operations), { paths, names });
  const modules = new Map([...types].map(([name, type]) => [name, modulePath(type.module, paths)]));
  const defined = new Set([...types].flatMap(([name, type]) => (type.inferred ? [] : [name])));
  const context = { hierarchy, properties, defined, modules, names };
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
    pageUrl: options.pageUrl ?? null,
  };
}

/** Types that an example names without the leading `#`. Only for these does the short form type-check too. */
function bareTypeNames({ operations }: ApiModel): ReadonlySet<string> {
  const messages = operations.flatMap(({ examples }) =>
    examples.flatMap(({ request, response }) => [request, response]),
  );
  return new Set(messages.flatMap((message) => bareNamesIn(message?.body ?? null)));
}

function bareNamesIn(value: Json): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const name = "@odata.type" in value ? value["@odata.type"] : null;
  const own = typeof name === "string" && !name.startsWith("#") ? [name] : [];
  return [...own, ...Object.values(value).flatMap(bareNamesIn)];
}

/**
 * Decides every name and module of the package.
 *
 * @param model the linked model, whose names are used unchanged if they are unique and valid
 * @param options with `whole`, every name equals the one in the package of the whole model
 */
export function createPlan(model: ApiModel, options: PlanOptions = {}): Plan {
  const all = options.whole ?? model;
  const whole: SharedFacts = {
    names: createNames(),
    paths: modulePaths(all),
    hierarchy: readHierarchy([...byFullName(all.types).values()]),
    bareTypeNames: bareTypeNames(all),
  };
  if (all !== model) planModel(all, whole, options);
  return planModel(model, whole, options);
}

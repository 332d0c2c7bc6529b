import type { ApiModel, EnumModel, Json, OperationModel, TypeModel } from "../../api/model.ts";
import { sortBy } from "../../util/compare.ts";
import { fullName } from "../../util/odata.ts";
import { readHierarchy, type Hierarchy } from "./hierarchy.ts";
import { resolveProperties } from "./members.ts";
import { modulePath, planModules, type ModulePaths } from "./modules.ts";
import { createNames, type Names } from "./names.ts";
import { nameType, planEnum, planOperations, planRuntime, planSelectParameter, planType } from "./plan-names.ts";
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
function modulePaths({ types, enums, operations }: ApiModel): ModulePaths {
  return planModules([types, enums, operations].flatMap(sortedModules));
}

/** What holds for the whole model, also where the package is a selection of it. */
interface Whole {
  readonly names: Names;
  readonly paths: ModulePaths;
  readonly hierarchy: Hierarchy;
  readonly bareTypeNames: ReadonlySet<string>;
}

/** Operations that have a URL, by name. */
function callable(operations: readonly OperationModel[]): readonly OperationModel[] {
  const found = operations.filter((model) => model.requests.length > 0);
  return sortBy(found, (model) => model.name);
}

function planModel(model: ApiModel, whole: Whole, options: PlanOptions): Plan {
  const { names, paths, hierarchy } = whole;
  const types = byFullName(model.types);
  const enums = byFullName(model.enums);
  const properties = resolveProperties(types, { hierarchy, enums: new Set(enums.keys()) });
  const typeNames = [...types.values()].map((type) => [type, nameType(type, names)] as const);
  const style = options.enumStyle ?? "enum";
  const enumPlans = [...enums].map(([name, item]) => [name, planEnum(item, { paths, names, style })] as const);
  const operations = planOperations(callable(model.operations), { paths, names });
  const modules = new Map([...types].map(([name, type]) => [name, modulePath(type.module, paths)]));
  const context = { hierarchy, properties, modules, names };
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

/** Many pages name types without the leading `#` in their examples; only for these the short form type-checks too. */
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
 * @param model the linked model; names come from it, and only what they need in addition is decided here
 * @param options what the user decides; with `whole`, every name is the one that the whole model's package has
 */
export function createPlan(model: ApiModel, options: PlanOptions = {}): Plan {
  const all = options.whole ?? model;
  const whole: Whole = {
    names: createNames(),
    paths: modulePaths(all),
    hierarchy: readHierarchy([...byFullName(all.types).values()]),
    bareTypeNames: bareTypeNames(all),
  };
  if (all !== model) planModel(all, whole, options);
  return planModel(model, whole, options);
}

import { modulesByArea } from "../package/barrel.ts";
import { sortBy } from "../../util/compare.ts";
import { codeSpan, collapsed, table } from "./markdown-text.ts";
import { publicSpecifier } from "./import.ts";
import type { ReadmeContext } from "./context.ts";
import type { Plan } from "../plan/plan.ts";

/** With more modules, the table lists areas, because a list of modules would be too long for an overview. */
const MAX_LISTED_MODULES = 50;

/** Number of modules that an area lists by name; the others are only counted. */
const MAX_NAMED_MODULES = 5;

/** Names of the request functions by module path. The list is empty for a module that has only a type. */
function requestsByModule(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const types = [...plan.types.values()].map(({ symbol }) => [symbol.module, []] as const);
  const requests = [...plan.operations.values()].map(({ symbol }) => [symbol.module, [symbol.name]] as const);
  const names = new Map<string, readonly string[]>();
  for (const [module, own] of [...types, ...requests]) {
    if (module !== null) names.set(module, [...(names.get(module) ?? []), ...own]);
  }
  return new Map(sortBy(names, ([module]) => module).map(([module, own]) => [module, sortBy(own, (name) => name)]));
}

function spans(names: readonly string[]): string {
  return names.map(codeSpan).join(", ");
}

function moduleTable(requests: ReadonlyMap<string, readonly string[]>, packageName: string): readonly string[] {
  const called = [...requests].filter(([, names]) => names.length > 0);
  const typed = [...requests].filter(([, names]) => names.length === 0).map(([module]) => module);
  const rows = called.map(([module, names]) => [codeSpan(publicSpecifier(packageName, module)), spans(names)]);
  return [
    ...(rows.length === 0 ? [] : [table(["Module", "Functions"], rows)]),
    ...(typed.length === 0 ? [] : [`Modules with only a type: ${spans(typed)}.`]),
  ];
}

function areaTable(requests: ReadonlyMap<string, readonly string[]>, packageName: string, plan: Plan): string {
  const rows = sortBy(modulesByArea(plan).values(), ({ name }) => name).map(({ name, modules }) => {
    const sorted = sortBy(modules, (module) => module);
    const total = sorted.reduce((sum, module) => sum + (requests.get(module)?.length ?? 0), 0);
    const rest = sorted.length - MAX_NAMED_MODULES;
    const more = rest > 0 ? ` and ${rest} more` : "";
    return [
      codeSpan(publicSpecifier(packageName, `areas/${name}`)),
      String(total),
      spans(sorted.slice(0, MAX_NAMED_MODULES)) + more,
    ];
  });
  return table(["Area", "Functions", "Modules"], rows);
}

function hasUnions(plan: Plan): boolean {
  return [...plan.types.values()].some(({ union }) => union !== null);
}

function folderTable(packageName: string, plan: Plan): string {
  const from = (module: string): string => codeSpan(publicSpecifier(packageName, module));
  const hasEnums = plan.enums.size > 0;
  const hasPermissions = [...plan.operations.values()].some(({ model }) => model.permissions.length > 0);
  return table(
    ["Module", "Contents"],
    [
      [from("runtime"), "the client, errors, and what all functions share"],
      ...(hasEnums ? [[from("enums/*"), "one enum each"]] : []),
      ...(hasUnions(plan) ? [[from("unions/*"), "the union of a base's subtypes, and a guard for each"]] : []),
      ...(hasPermissions
        ? [
            [from("permissions"), "computes the least-privileged scopes of some requests"],
            [from("permissions/*"), "the permissions of a module's requests, as data"],
          ]
        : []),
      [from("areas/*"), "all modules of the URLs that begin with that segment"],
    ],
  );
}

/** The section that lists the modules and their exports. */
export function moduleBlocks({ packageName, plan }: ReadmeContext): readonly string[] {
  const requests = requestsByModule(plan);
  const count = requests.size.toLocaleString("en-US");
  const isSmall = requests.size <= MAX_LISTED_MODULES;
  const list = isSmall
    ? collapsed(`The ${count} modules`, moduleTable(requests, packageName))
    : collapsed(`The areas of the ${count} modules`, [areaTable(requests, packageName, plan)]);
  return [
    "Each resource has a module with its type and its functions. There are also:",
    folderTable(packageName, plan),
    ...list,
  ];
}

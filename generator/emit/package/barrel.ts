import { sortBy } from "../../util/compare.ts";
import { stringLiteral } from "../syntax/escape.ts";
import { namedText } from "../syntax/named-text.ts";
import { importSpecifier, areaName } from "../plan/modules.ts";
import { RUNTIME_EXPORTS, RUNTIME_MODULE } from "../plan/runtime-names.ts";
import { runtimeSymbol, type Plan } from "../plan/plan.ts";
import type { Declaration } from "../syntax/declaration.ts";
import type { ModulePlan } from "../print/module-plan.ts";

/** The root module of a larger package exports only the runtime, because importing everything would be slow. */
const MAX_ROOT_MODULES = 200;

function exportAll(from: string, module: string): Declaration {
  return { structure: `export * from ${stringLiteral(importSpecifier(from, module))};`, types: [], values: [] };
}

/** Modules of each area, by the lowercase name of the area: the first segment of a path. */
export function modulesByArea(
  plan: Plan,
): ReadonlyMap<string, { readonly name: string; readonly modules: ReadonlySet<string> }> {
  const areas = new Map<string, { name: string; modules: Set<string> }>();
  for (const operation of plan.operations.values()) {
    for (const request of operation.model.requests) {
      const name = areaName(request.path);
      if (name === null || operation.symbol.module === null) continue;
      const area = areas.get(name.toLowerCase()) ?? { name, modules: new Set<string>() };
      areas.set(name.toLowerCase(), area);
      area.modules.add(operation.symbol.module);
      if (name > area.name) area.name = name;
    }
  }
  return areas;
}

/** One module for each area of the API, which re-exports its resource modules. */
export function areaModules(plan: Plan): readonly ModulePlan[] {
  return [...modulesByArea(plan).values()].map(({ name, modules }) => {
    const module = `areas/${name}`;
    return { module, declarations: sortBy(modules, (item) => item).map((item) => exportAll(module, item)) };
  });
}

/** Re-exports the runtime under its planned names, which do not collide with those of resources. */
function exportRuntime(plan: Plan): Declaration {
  const names = RUNTIME_EXPORTS.map(([name, isValue]) => {
    const { local } = runtimeSymbol(plan, name);
    return `${isValue ? "" : "type "}${name}${local === name ? "" : ` as ${local}`}`;
  });
  return { structure: namedText("export", names, importSpecifier("index", RUNTIME_MODULE)), types: [], values: [] };
}

/**
 * The root module, which re-exports the runtime and, in a small package, everything else.
 *
 * @param modules paths of the modules with types, enums, unions and request functions
 */
export function rootModule(modules: readonly string[], plan: Plan): ModulePlan {
  const all = modules.length <= MAX_ROOT_MODULES ? sortBy(modules, (name) => name) : [];
  return { module: "index", declarations: [exportRuntime(plan), ...all.map((name) => exportAll("index", name))] };
}

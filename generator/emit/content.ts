import { sortBy } from "./compare.ts";
import { enumDeclarations } from "./enum.ts";
import { resourceInterface } from "./interface.ts";
import { operationDeclarations } from "./operation.ts";
import { permissionDeclarations } from "./permission.ts";
import { relatedNames } from "./related-names.ts";
import { unionDeclarations } from "./union.ts";
import type { Declaration } from "./declaration.ts";
import type { Plan } from "./plan.ts";
import type { ModulePlan } from "./module-plan.ts";
import type { TypeSymbol } from "./type-expression.ts";

type Placed = readonly [module: string | null, declarations: readonly Declaration[]];

/** Declarations for the module of a symbol. */
export function place(symbol: TypeSymbol | null, declarations: readonly Declaration[]): Placed {
  return [symbol?.module ?? null, declarations];
}

/** Gathers declarations by module, in the order given. */
export function toModules(placed: readonly Placed[]): readonly ModulePlan[] {
  const modules = new Map<string, Declaration[]>();
  for (const [module, declarations] of placed) {
    if (module === null || declarations.length === 0) continue;
    const known = modules.get(module);
    if (known === undefined) modules.set(module, [...declarations]);
    else known.push(...declarations);
  }
  return [...modules].map(([module, declarations]) => ({ module, declarations }));
}

/** Modules with what the docs document; the permissions are apart, as they are data for tools. */
export interface ContentModules {
  readonly public: readonly ModulePlan[];
  readonly permissions: readonly ModulePlan[];
}

/**
 * Declares everything that the docs document. In a module types come first, then request functions, each by name.
 *
 * @param plan names and modules of the package
 */
export function contentModules(plan: Plan): ContentModules {
  const types = sortBy(plan.types.values(), (type) => type.symbol.name);
  const enums = sortBy(plan.enums.values(), (item) => item.symbol.name);
  const operations = sortBy(plan.operations, (operation) => operation.symbol.name);
  return {
    public: toModules([
      ...types.map((type) => place(type.symbol, [resourceInterface(type, plan), ...relatedNames(type, plan)])),
      ...operations.map((operation) => place(operation.symbol, operationDeclarations(operation, plan))),
      ...enums.map((item) => place(item.symbol, enumDeclarations(item, plan))),
      ...types.map((type) => place(type.union, unionDeclarations(type, plan))),
    ]),
    permissions: toModules(
      operations.map((operation) => place(operation.permissions, permissionDeclarations(operation))),
    ),
  };
}

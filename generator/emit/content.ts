import { append } from "../util/group.ts";
import { sortBy } from "../util/compare.ts";
import { enumDeclarations } from "./types/enum.ts";
import { resourceInterface } from "./types/interface.ts";
import { exampleTags } from "./examples/example.ts";
import { operationDeclarations } from "./requests/operation.ts";
import { planRequest } from "./requests/request-plan.ts";
import { permissionDeclarations } from "./requests/permission.ts";
import { relatedNames } from "./types/related-names.ts";
import { hasUnion, unionDeclarations } from "./types/union.ts";
import type { Declaration } from "./syntax/declaration.ts";
import { planned, type Part, type Plan } from "./plan/plan.ts";
import type { TypeSymbol } from "./syntax/type-expression.ts";

/** Items for the module of a symbol. */
export type Placed<T> = readonly [symbol: TypeSymbol | null, items: readonly T[]];

/** Groups items by module and keeps their order. */
export function byModule<T>(placed: readonly Placed<T>[]): ReadonlyMap<string, readonly T[]> {
  const modules = new Map<string, T[]>();
  for (const [symbol, items] of placed) {
    const module = symbol?.module ?? null;
    if (module !== null) for (const item of items) append(modules, module, item);
  }
  return modules;
}

/** The contents of a module before they are declared. */
export interface Outline {
  readonly module: string;
  readonly parts: readonly Part[];
}

/** Modules of the documented API. Permissions have their own modules, which only tools that need them load. */
export interface ContentOutlines {
  readonly public: readonly Outline[];
  readonly permissions: readonly Outline[];
}

/**
 * Lists the documented API by module. A module contains its types first, then its request functions, sorted by name.
 *
 * @param plan names and modules of the package
 */
export function contentOutlines(plan: Plan): ContentOutlines {
  const types = sortBy(plan.types.values(), (type) => type.symbol.name);
  const enums = sortBy(plan.enums, ([, item]) => item.symbol.name);
  const operations = sortBy(plan.operations, ([name]) => name);
  return {
    public: outlines([
      ...types.map((type): Placed<Part> => [type.symbol, [["type", type.fullName]]]),
      ...operations.map(([name, { symbol }]): Placed<Part> => [symbol, [["operation", name]]]),
      ...enums.map(([name, { symbol }]): Placed<Part> => [symbol, [["enum", name]]]),
      ...types
        .filter((type) => hasUnion(type, plan))
        .map((type): Placed<Part> => [type.union, [["union", type.fullName]]]),
    ]),
    permissions: outlines(
      operations.map(([name, { permissions }]): Placed<Part> => [permissions, [["permissions", name]]]),
    ),
  };
}

function outlines(placed: readonly Placed<Part>[]): readonly Outline[] {
  return [...byModule(placed)].map(([module, parts]) => ({ module, parts }));
}

/**
 * Declares a part of a module.
 *
 * @param plan names and modules of the package
 */
export function declarePart([kind, name]: Part, plan: Plan): readonly Declaration[] {
  switch (kind) {
    case "type": {
      const type = planned(plan.types, name);
      return [resourceInterface(type, plan), ...relatedNames(type, plan)];
    }
    case "operation": {
      const request = planRequest(planned(plan.operations, name), plan);
      return operationDeclarations(request, exampleTags(request, plan), plan);
    }
    case "enum":
      return enumDeclarations(planned(plan.enums, name), plan);
    case "union":
      return unionDeclarations(planned(plan.types, name), plan);
    case "permissions":
      return permissionDeclarations(planned(plan.operations, name), plan);
  }
}

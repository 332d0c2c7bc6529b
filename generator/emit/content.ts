import { append } from "../util/group.ts";
import { sortBy } from "./compare.ts";
import { enumDeclarations } from "./enum.ts";
import { resourceInterface } from "./interface.ts";
import { operationDeclarations } from "./operation.ts";
import { permissionDeclarations } from "./permission.ts";
import { relatedNames } from "./related-names.ts";
import { hasUnion, unionDeclarations } from "./union.ts";
import type { Declaration } from "./declaration.ts";
import type { EnumPlan, OperationPlan, Plan, TypePlan } from "./plan.ts";
import type { TypeSymbol } from "./type-expression.ts";

/** Things for the module of a symbol. */
export type Placed<T> = readonly [symbol: TypeSymbol | null, items: readonly T[]];

/** Gathers things by module, in the order given; a module without any is none. */
export function byModule<T>(placed: readonly Placed<T>[]): ReadonlyMap<string, readonly T[]> {
  const modules = new Map<string, T[]>();
  for (const [symbol, items] of placed) {
    const module = symbol?.module ?? null;
    if (module !== null) for (const item of items) append(modules, module, item);
  }
  return modules;
}

/** Something that a module declares: what it is and under which name the plan has it. */
export type Part = readonly [kind: "type" | "operation" | "enum" | "union" | "permissions", name: string];

/** A module before anything of it is declared. */
export interface Outline {
  readonly module: string;
  readonly parts: readonly Part[];
}

/** Modules with what the docs document; the permissions are apart, as they are data for tools. */
export interface ContentOutlines {
  readonly public: readonly Outline[];
  readonly permissions: readonly Outline[];
}

/**
 * Lists everything that the docs document, by module. In a module types come first, then request functions, each by
 * name.
 *
 * @param plan names and modules of the package
 */
export function contentOutlines(plan: Plan): ContentOutlines {
  const types = sortBy(plan.types.values(), (type) => type.symbol.name);
  const enums = sortBy(plan.enums, ([, item]) => item.symbol.name);
  const operations = sortBy(plan.operations, ([name]) => name);
  const documented = operations.filter(([, { model }]) => model.permissions.length > 0);
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
      documented.map(([name, { permissions }]): Placed<Part> => [permissions, [["permissions", name]]]),
    ),
  };
}

function outlines(placed: readonly Placed<Part>[]): readonly Outline[] {
  return [...byModule(placed)].map(([module, parts]) => ({ module, parts }));
}

/**
 * Declares a part of a module.
 *
 * @param plan what the part is, by name
 */
export function declarePart([kind, name]: Part, plan: Plan): readonly Declaration[] {
  switch (kind) {
    case "type": {
      const type = planned(plan.types, name);
      return [resourceInterface(type, plan), ...relatedNames(type, plan)];
    }
    case "operation":
      return operationDeclarations(planned(plan.operations, name), plan);
    case "enum":
      return enumDeclarations(planned(plan.enums, name), plan);
    case "union":
      return unionDeclarations(planned(plan.types, name), plan);
    case "permissions":
      return permissionDeclarations(planned(plan.operations, name));
  }
}

/** What the plan has under a name. */
export function planned<T extends TypePlan | EnumPlan | OperationPlan>(plans: ReadonlyMap<string, T>, name: string): T {
  const found = plans.get(name);
  if (found === undefined) throw new Error(`expected ${name} to be planned, as a module is to declare it`);
  return found;
}

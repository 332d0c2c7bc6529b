import type { ApiModel, EnumModel, OperationModel, TypeModel } from "../../api/model.ts";
import type { EnumStyle } from "../../settings.ts";
import type { Hierarchy } from "./hierarchy.ts";
import type { TypeProperties } from "./members.ts";
import { RUNTIME_MODULE, type RuntimeName } from "./runtime-names.ts";
import type { TypeSymbol } from "../syntax/type-expression.ts";

/** Options of the user that affect the text of the package. */
export interface PlanOptions {
  /** How enums are written; default `enum`. */
  readonly enumStyle?: EnumStyle;
  /** Public URL of the pages with placeholders, or null. */
  readonly pageUrl?: string | null;
  /** The whole model, which determines all names, if the emitted model is a selection of it. */
  readonly whole?: ApiModel;
}

/** The facts about a type as a whole. */
export type TypeHead = Pick<
  TypeModel,
  "name" | "namespace" | "kind" | "keys" | "abstract" | "inferred" | "description" | "deprecated" | "source"
>;

export interface TypePlan {
  readonly model: TypeHead;
  readonly fullName: string;
  readonly symbol: TypeSymbol;
  readonly properties: TypeProperties;
  /** Whether most properties of objects are undocumented. */
  readonly open: boolean;
  /** Direct documented subtypes, including those that a selection omits. */
  readonly subtypes: readonly string[];
  /** Alias of the names of the relationships, if the type itself documents one. */
  readonly relationships: TypeSymbol | null;
  /** Properties that only the types derived from this one have. */
  readonly subtypeProperties: readonly string[];
  readonly hasSubtypeProperties: boolean;
  /** Alias of these names, unless there are too many. */
  readonly subtypePropertyNames: TypeSymbol | null;
  /** Union of the types derived from this one, if the package contains any. */
  readonly union: TypeSymbol | null;
  /** Type guard of the union. */
  readonly unionGuard: TypeSymbol | null;
  /** Type guard of a subtype, in the module of the union of its base. */
  readonly guard: TypeSymbol | null;
}

export interface EnumPlan {
  readonly model: EnumModel;
  readonly symbol: TypeSymbol;
  readonly style: EnumStyle;
  /** Whether the service may send undocumented values or several values at once. */
  readonly open: boolean;
}

export interface OperationPlan {
  readonly model: OperationModel;
  readonly symbol: TypeSymbol;
  readonly options: TypeSymbol;
  /** Options for the URLs that return content, if others return JSON. */
  readonly contentOptions: TypeSymbol | null;
  readonly body: TypeSymbol;
  readonly permissions: TypeSymbol;
}

/** All names and modules of the package, which are determined before anything is printed. */
export interface Plan {
  readonly types: ReadonlyMap<string, TypePlan>;
  readonly enums: ReadonlyMap<string, EnumPlan>;
  /** By the names of their functions. */
  readonly operations: ReadonlyMap<string, OperationPlan>;
  readonly hierarchy: Hierarchy;
  readonly runtime: ReadonlyMap<RuntimeName, TypeSymbol>;
  /** Type parameter for the names in `$select`, whose name differs from that of every type. */
  readonly selectParameter: TypeSymbol;
  /** The global `Promise`, written so that a type with that name does not hide it. */
  readonly promise: TypeSymbol;
  /** Full names of types that an example writes without the leading `#`. */
  readonly bareTypeNames: Pick<ReadonlySet<string>, "has">;
  /** Public URL of the pages with placeholders, or null. */
  readonly pageUrl: string | null;
}

/** The symbol of a runtime export. */
export function runtimeSymbol(plan: Plan, name: RuntimeName): TypeSymbol {
  return plan.runtime.get(name) ?? { name, local: name, module: RUNTIME_MODULE };
}

/** A part of a module: its kind, and its name in the plan. */
export type Part = readonly [kind: "type" | "operation" | "enum" | "union" | "permissions", name: string];

/**
 * Finds a type, an enum or an operation of the plan.
 *
 * @throws if the plan does not contain it
 */
export function planned<T extends TypePlan | EnumPlan | OperationPlan>(plans: ReadonlyMap<string, T>, name: string): T {
  const found = plans.get(name);
  if (found === undefined) throw new Error(`the plan does not contain ${name}`);
  return found;
}

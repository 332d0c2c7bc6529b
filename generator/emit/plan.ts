import type { ApiModel, EnumModel, OperationModel, TypeModel } from "../api/model.ts";
import type { EnumStyle } from "../settings.ts";
import type { Hierarchy } from "./hierarchy.ts";
import type { TypeProperties } from "./members.ts";
import { RUNTIME_MODULE, type RuntimeName } from "./runtime.ts";
import type { TypeSymbol } from "./type-expression.ts";

/** What the user decides about the text of the package. */
export interface PlanOptions {
  /** How enums are written; default `enum`. */
  readonly enumStyle?: EnumStyle;
  /** Public address of the pages, with placeholders; null or missing where they have none. */
  readonly pageUrl?: string | null;
  /** The model that names are decided for, where the emitted one is a selection of it. */
  readonly whole?: ApiModel;
}

/** What a page says of a type as a whole. */
export type TypeHead = Pick<
  TypeModel,
  "name" | "namespace" | "kind" | "keys" | "abstract" | "inferred" | "description" | "deprecated" | "source"
>;

export interface TypePlan {
  readonly model: TypeHead;
  readonly fullName: string;
  readonly symbol: TypeSymbol;
  readonly properties: TypeProperties;
  /** Whether objects have properties that no page names for the most part. */
  readonly open: boolean;
  /** Direct subtypes that the docs have, also those that a selection leaves out. */
  readonly subtypes: readonly string[];
  /** Alias with the names of the relationships; only a type that documents one itself has it. */
  readonly relationships: TypeSymbol | null;
  /** Properties that only the types derived from this one have. */
  readonly subtypeProperties: readonly string[];
  readonly hasSubtypeProperties: boolean;
  /** Alias with these names, where there are not too many. */
  readonly subtypePropertyNames: TypeSymbol | null;
  /** Union of the types derived from this one; only a base of types in the package has it. */
  readonly union: TypeSymbol | null;
  /** Type guard of the union. */
  readonly unionGuard: TypeSymbol | null;
  /** Type guard; only a subtype has it, and it stands beside the union of its base. */
  readonly guard: TypeSymbol | null;
}

export interface EnumPlan {
  readonly model: EnumModel;
  readonly symbol: TypeSymbol;
  readonly style: EnumStyle;
  /** Whether the service may send values that no page names, or several at once. */
  readonly open: boolean;
}

export interface OperationPlan {
  readonly model: OperationModel;
  readonly symbol: TypeSymbol;
  readonly options: TypeSymbol;
  /** Options for the URLs that give content, where others give JSON. */
  readonly contentOptions: TypeSymbol | null;
  readonly body: TypeSymbol;
  readonly permissions: TypeSymbol;
}

/** All names and modules of the package, decided before any text is printed. */
export interface Plan {
  readonly types: ReadonlyMap<string, TypePlan>;
  readonly enums: ReadonlyMap<string, EnumPlan>;
  /** By the names of their functions. */
  readonly operations: ReadonlyMap<string, OperationPlan>;
  readonly hierarchy: Hierarchy;
  readonly runtime: ReadonlyMap<RuntimeName, TypeSymbol>;
  /** Type parameter for what `$select` names, spelled so that it hides no type. */
  readonly selectParameter: TypeSymbol;
  /** The platform's promise, spelled so that a type of that name does not hide it. */
  readonly promise: TypeSymbol;
  /** Full names of types that an example writes without the leading `#`. */
  readonly bareTypeNames: Pick<ReadonlySet<string>, "has">;
  /** Public address of the pages, with placeholders, or null. */
  readonly pageUrl: string | null;
}

/** The symbol of a runtime export. */
export function runtimeSymbol(plan: Plan, name: RuntimeName): TypeSymbol {
  return plan.runtime.get(name) ?? { name, local: name, module: RUNTIME_MODULE };
}

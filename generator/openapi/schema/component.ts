import type { ApiModel, EnumModel, TypeModel } from "../../api/model.ts";
import { compareStrings } from "../../util/compare.ts";
import { groupBy } from "../../util/group.ts";
import { fullName } from "../../util/odata.ts";
import type { Reference } from "../model.ts";

/** Types and enums of a model by full wire name. */
export interface Components {
  readonly types: ReadonlyMap<string, TypeModel>;
  readonly enums: ReadonlyMap<string, EnumModel>;
  /** Direct subtypes of the types that others inherit from, sorted. */
  readonly subtypes: ReadonlyMap<string, readonly string[]>;
}

/** Indexes the types and enums of a model; if both have the same name, the type is used. */
export function indexComponents(model: ApiModel): Components {
  const types = new Map(model.types.map((type) => [fullName(type), type]));
  const enums = model.enums.map((item) => [fullName(item), item] as const).filter(([name]) => !types.has(name));
  const derived = [...types]
    .filter(([, type]) => baseOf(type, types) !== null)
    .toSorted(([a], [b]) => compareStrings(a, b));
  const byBase = groupBy(derived, ([, { baseType }]) => baseType ?? "");
  const subtypes = [...byBase].map(([base, items]) => [base, items.map(([name]) => name)] as const);
  return { types, enums: new Map(enums), subtypes: new Map(subtypes) };
}

/**
 * Turns a full name into the key of a component: characters that OpenAPI does not allow become their code points, as
 * does the hyphen, with which keys of further components of a type are formed.
 */
export function componentKey(name: string): string {
  return name.replace(/[^\w.]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
}

/** Reference to the schema of a type or an enum. */
export function schemaReference(name: string): Reference {
  return { $ref: `#/components/schemas/${componentKey(name)}` };
}

/**
 * Finds the base of a type.
 *
 * @returns null if the model does not contain the base type, or the type would inherit from itself
 */
export function baseOf(type: TypeModel, types: Components["types"]): TypeModel | null {
  const seen = new Set<TypeModel>();
  let current = types.get(type.baseType ?? "");
  const base = current ?? null;
  while (current !== undefined && !seen.has(current)) {
    if (current === type) return null;
    seen.add(current);
    current = types.get(current.baseType ?? "");
  }
  return base;
}

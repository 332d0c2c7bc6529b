import type { ApiModel, EnumModel, TypeModel } from "../api/model.ts";
import type { Reference } from "./document.ts";

/** Types and enums of a model by full wire name. */
export interface Components {
  readonly types: ReadonlyMap<string, TypeModel>;
  readonly enums: ReadonlyMap<string, EnumModel>;
  /** Types that others inherit from. */
  readonly bases: ReadonlySet<string>;
}

/** Full wire name of a type or an enum. */
export function fullName(item: { readonly namespace: string; readonly name: string }): string {
  return `${item.namespace}.${item.name}`;
}

/** Indexes the types and enums that a document gets; where both have a name, the type counts. */
export function indexComponents(model: ApiModel): Components {
  const types = new Map(model.types.map((type) => [fullName(type), type]));
  const enums = model.enums.map((item) => [fullName(item), item] as const).filter(([name]) => !types.has(name));
  const bases = model.types.flatMap(({ baseType }) => baseType ?? []);
  return { types, enums: new Map(enums), bases: new Set(bases) };
}

/** A full name as the key of a component; what OpenAPI does not allow in it is written as its code point. */
export function componentKey(name: string): string {
  return name.replace(/[^\w.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
}

/** Refers to the schema of a type or an enum. */
export function schemaReference(name: string): Reference {
  return { $ref: `#/components/schemas/${componentKey(name)}` };
}

/**
 * Base of a type, as far as it is in the model.
 *
 * @returns null also for a type that would inherit from itself
 */
export function baseOf(type: TypeModel, { types }: Components): TypeModel | null {
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

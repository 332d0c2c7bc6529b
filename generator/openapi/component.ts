import type { ApiModel, EnumModel, TypeModel } from "../api/model.ts";
import { fullName } from "../util/odata.ts";
import type { Reference } from "./model.ts";

/** Types and enums of a model by full wire name. */
export interface Components {
  readonly types: ReadonlyMap<string, TypeModel>;
  readonly enums: ReadonlyMap<string, EnumModel>;
  /** Types that others inherit from. */
  readonly bases: ReadonlySet<string>;
}

/** Indexes the types and enums of a model; if both have the same name, the type is used. */
export function indexComponents(model: ApiModel): Components {
  const types = new Map(model.types.map((type) => [fullName(type), type]));
  const enums = model.enums.map((item) => [fullName(item), item] as const).filter(([name]) => !types.has(name));
  const bases = model.types.flatMap(({ baseType }) => baseType ?? []);
  return { types, enums: new Map(enums), bases: new Set(bases) };
}

/** Turns a full name into the key of a component: characters that OpenAPI does not allow become their code points. */
export function componentKey(name: string): string {
  return name.replace(/[^\w.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
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

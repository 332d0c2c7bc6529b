import type { Metadata, MetadataOperation, MetadataProperty, MetadataType } from "./model.ts";

/** Finds a type by its qualified name, in any case. */
export function findType({ types }: Metadata, name: string): MetadataType | null {
  return types.get(name.toLowerCase()) ?? null;
}

/** A type and its base types, the nearest first. */
export function withBases(metadata: Metadata, type: MetadataType): readonly MetadataType[] {
  const found: MetadataType[] = [];
  for (let each: MetadataType | null = type; each !== null && !found.includes(each);) {
    found.push(each);
    each = each.base === null ? null : findType(metadata, each.base);
  }
  return found;
}

/** Finds a property of a type or of its base types, in any case. */
export function findProperty(metadata: Metadata, type: MetadataType, name: string): MetadataProperty | null {
  for (const { properties } of withBases(metadata, type)) {
    const found = properties.get(name.toLowerCase());
    if (found !== undefined) return found;
  }
  return null;
}

/** Overloads of an action or function, by its name with or without a namespace. */
export function findOperations({ operations }: Metadata, name: string): readonly MetadataOperation[] {
  return operations.get(name.slice(name.lastIndexOf(".") + 1).toLowerCase()) ?? [];
}

/** Types and enums with the same name in any namespace. */
export function namesakes({ types, enums }: Metadata, name: string): readonly string[] {
  const own = `.${name.slice(name.lastIndexOf(".") + 1).toLowerCase()}`;
  return [...types.values(), ...enums.values()]
    .map((item) => item.name)
    .filter((other) => other.toLowerCase().endsWith(own));
}

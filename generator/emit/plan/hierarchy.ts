import type { TypeModel } from "../../api/model.ts";
import { fullName } from "../../util/odata.ts";
import { sortBy } from "../../util/compare.ts";

/** Inheritance between types, without cycles or unknown bases. */
export interface Hierarchy {
  /** Base of a type that has one. */
  readonly bases: ReadonlyMap<string, string>;
  /** Direct subtypes of a base, sorted. */
  readonly subtypes: ReadonlyMap<string, readonly string[]>;
}

function inCycle(name: string, bases: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  let current = bases.get(name);
  while (current !== undefined && !seen.has(current)) {
    if (current === name) return true;
    seen.add(current);
    current = bases.get(current);
  }
  return false;
}

/**
 * Reads the hierarchy of the model's types.
 *
 * @param types types of the model, with unique full names
 */
export function readHierarchy(types: readonly TypeModel[]): Hierarchy {
  const known = new Set(types.map(fullName));
  const stated = new Map<string, string>();
  for (const type of types) {
    if (type.baseType !== null && known.has(type.baseType)) stated.set(fullName(type), type.baseType);
  }
  const bases = new Map([...stated].filter(([name]) => !inCycle(name, stated)));
  const subtypes = new Map<string, string[]>();
  for (const name of sortBy(bases.keys(), (key) => key)) {
    const base = bases.get(name) ?? "";
    subtypes.set(base, [...(subtypes.get(base) ?? []), name]);
  }
  return { bases, subtypes };
}

/** Ancestors of a type, nearest first. */
export function ancestorsOf(hierarchy: Hierarchy, name: string): readonly string[] {
  const base = hierarchy.bases.get(name);
  return base === undefined ? [] : [base, ...ancestorsOf(hierarchy, base)];
}

/** All types derived from a type, each base before its subtypes. */
export function descendantsOf(hierarchy: Hierarchy, name: string): readonly string[] {
  return (hierarchy.subtypes.get(name) ?? []).flatMap((subtype) => [subtype, ...descendantsOf(hierarchy, subtype)]);
}

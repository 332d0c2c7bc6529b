import type { Node } from "jsonc-parser";
import { membersOf, statedType, valueOf } from "./json-node.ts";
import type { Fault, Masks } from "./model.ts";

/** Creates empty masks. */
export function noMasks(): Masks {
  return { values: new Set(), properties: new Set(), added: new Map() };
}

/** Excludes a reported fault from the next round. An object that states its type is excluded as a whole. */
export function mask({ node, cause }: Fault, masks: Masks): void {
  const value = valueOf(node);
  switch (cause.kind) {
    case "surplus":
      masks.properties.add(node);
      // A misspelt property is not also reported as missing.
      if (cause.suggestion !== null && node.parent !== undefined) addNames(node.parent, [cause.suggestion], masks);
      return;
    case "twice":
      masks.properties.add(node);
      return;
    case "missing":
      if (statedType(value) === null) addNames(value, cause.names, masks);
      else masks.values.add(value);
      return;
    case "type":
    case "null":
    case "unlisted":
    case "case":
    case "unrelated":
      masks.values.add(value);
  }
}

function addNames(object: Node, names: readonly string[], masks: Masks): void {
  const present = new Set([...membersOf(object).map(({ name }) => name), ...(masks.added.get(object) ?? [])]);
  masks.added.set(object, [...(masks.added.get(object) ?? []), ...names.filter((name) => !present.has(name))]);
}

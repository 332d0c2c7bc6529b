import type { SameType } from "../enums/same-values.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import { ancestors } from "../link/ancestors.ts";
import { entityId } from "../declare/symbols.ts";

/** Whether a type has no base, only `entity`, or a base that no page defines. */
export function isOrphan(context: LinkContext, { base }: TypeBuilder): boolean {
  return base === null || base.toLowerCase() === entityId(context.symbols) || context.stubs.has(base.toLowerCase());
}

/** Makes a type the base of another one and reports it, unless that would close a cycle. */
export function adopt(context: LinkContext, base: TypeBuilder, draft: TypeBuilder): void {
  if (ancestors(context, base.symbol.id).includes(draft.symbol.id)) return;
  draft.base = base.symbol.id;
  const params = { name: draft.symbol.id, base: base.symbol.id };
  context.collector.add("base-by-family", params, draft.symbol.place, [
    { message: "the base", place: base.symbol.place },
  ]);
}

/** Whether a type states every property of the base with the same type; enums are the same if their values are. */
export function repeats(base: TypeBuilder, draft: TypeBuilder, isSame: SameType): boolean {
  if (base === draft || base.namespace !== draft.namespace || base.properties.size > draft.properties.size)
    return false;
  for (const { name, type, collection } of base.properties.values()) {
    const own = draft.properties.get(name);
    if (own === undefined || !isSame(own.type, type) || own.collection !== collection) return false;
  }
  return true;
}

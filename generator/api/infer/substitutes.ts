import type { SameType } from "../enums/same-values.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import { adopt, isOrphan, repeats } from "./adopt.ts";

/** Fewer shared properties are not significant if the subtype states only some of those of the base. */
const LEAST_SHARED = 3;

/**
 * Infers the base of a type that examples show, by its `@odata.type`, where another type is expected: OData allows only
 * subtypes there. The type must fit: it states every property of the expected type, or only properties of it.
 */
export function adoptSubstitutes(context: LinkContext, isSame: SameType): void {
  for (const [id, expected] of context.substitutes) {
    const draft = context.types.get(id);
    if (draft === undefined || draft.inferred || !isOrphan(context, draft)) continue;
    for (const other of expected) {
      const base = context.types.get(other);
      if (base === undefined || base.inferred || !fits(base, draft, isSame)) continue;
      adopt(context, base, draft);
      break;
    }
  }
}

function fits(base: TypeBuilder, draft: TypeBuilder, isSame: SameType): boolean {
  const names = [...base.properties.keys()].filter((name) => name !== "id");
  if (names.length > 0 && repeats(base, draft, isSame)) return true;
  return draft.properties.size >= LEAST_SHARED && repeats(draft, base, isSame);
}

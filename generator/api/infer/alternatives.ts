import type { LinkContext } from "../link-context.ts";
import { commonBase } from "../link/ancestors.ts";
import { UNKNOWN } from "../link/resolve.ts";

/**
 * Sets the type of a property documented as `a or b` to the nearest common base. The bases are known only after all
 * types are linked.
 */
export function useCommonBases(context: LinkContext): void {
  const byName = new Map([...context.types.values()].map((draft) => [draft.symbol.name, draft]));
  for (const { owner, property, types, text, place } of context.alternatives) {
    const common = commonBase(context, types);
    if (common === null) {
      context.collector.add("type-alternatives-unrelated", { text }, place);
      continue;
    }
    context.collector.add("type-alternatives", { text }, place);
    const draft = byName.get(owner);
    const stated = draft?.properties.get(property);
    if (stated?.type === UNKNOWN) draft?.properties.set(property, { ...stated, type: common });
  }
}

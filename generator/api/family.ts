import { splitWords } from "../util/words.ts";
import type { LinkContext, TypeDraft } from "./draft.ts";

/** Fewer shared properties than this say nothing: many types have a name and a description. */
const LEAST_SHARED = 3;
/** Two types that are alike may be so by chance; a family has more members. */
const LEAST_MEMBERS = 3;

/**
 * Finds bases that no page states. A base is what properties of other types refer to; its subtypes are referred to by
 * none, repeat all its properties and bear its name, as `muteParticipantOperation` does that of `commsOperation`.
 */
export function adoptFamilies(context: LinkContext): void {
  const drafts = [...context.types.values()].filter(({ inferred }) => !inferred);
  const referred = referredTypes(context);
  const isReferred = ({ symbol }: TypeDraft) => referred.has(symbol.id.toLowerCase());
  const orphans = drafts.filter((draft) => draft.base === null && !isReferred(draft));
  for (const base of drafts) {
    if (base.base !== null || base.properties.size < LEAST_SHARED || !isReferred(base)) continue;
    const members = orphans.filter((draft) => draft.base === null && isFamily(base, draft));
    if (members.length < LEAST_MEMBERS) continue;
    for (const draft of members) {
      draft.base = base.symbol.id;
      context.collector.add("base-by-family", { name: draft.symbol.id, base: base.symbol.id }, draft.symbol.place, [
        { message: "the base", place: base.symbol.place },
      ]);
    }
  }
}

function referredTypes(context: LinkContext): ReadonlySet<string> {
  return new Set(
    [...context.types.values()].flatMap(({ properties }) =>
      [...properties.values()].map(({ type }) => type.toLowerCase()),
    ),
  );
}

function isFamily(base: TypeDraft, draft: TypeDraft): boolean {
  if (base === draft || base.namespace !== draft.namespace || base.properties.size > draft.properties.size)
    return false;
  const bears =
    splitWords(base.symbol.name).at(-1) === splitWords(draft.symbol.name).at(-1) ||
    draft.symbol.name.startsWith(base.symbol.name);
  return (
    bears &&
    [...base.properties.values()].every(({ name, type, collection }) => {
      const own = draft.properties.get(name);
      return own?.type === type && own.collection === collection;
    })
  );
}

import { splitWords } from "../util/words.ts";
import type { LinkContext, TypeDraft } from "./draft.ts";
import { ancestors } from "./inherit.ts";
import { ENTITY } from "./symbols.ts";

/** Fewer shared properties than this say nothing: many types have a name and a description. */
const LEAST_SHARED = 3;
/** Two types that are alike may be so by chance; a family has more members. */
const LEAST_MEMBERS = 3;

/** Finds bases that no page states, by what the rest of the reference tells. */
export function adoptFamilies(context: LinkContext): void {
  adoptByName(context);
  adoptByMembers(context);
}

/**
 * A base is what properties of other types refer to; its subtypes are referred to by none, repeat all its properties
 * and bear its name, as `muteParticipantOperation` does that of `commsOperation`. One that bears the whole name needs
 * no other to prove it.
 */
function adoptByName(context: LinkContext): void {
  const drafts = [...context.types.values()].filter(({ inferred }) => !inferred);
  const referred = referredTypes(context);
  const isReferred = ({ symbol }: TypeDraft) => referred.has(symbol.id.toLowerCase());
  const orphans = drafts.filter((draft) => isOrphan(context, draft) && !isReferred(draft));
  for (const base of drafts) {
    if (base.properties.size < LEAST_SHARED) continue;
    const family = orphans.filter(
      (draft) => isOrphan(context, draft) && repeats(base, draft) && bearsName(base, draft),
    );
    const isRoot = base.base === null && isReferred(base) && family.length >= LEAST_MEMBERS;
    const members = isRoot ? family : family.filter((draft) => bearsWholeName(base, draft));
    for (const draft of members) adopt(context, base, draft);
  }
}

/**
 * A type whose examples show members that its page leaves out, but that a known base states, descends from that base.
 */
function adoptByMembers(context: LinkContext): void {
  const bases = knownBases(context);
  for (const draft of context.types.values()) {
    const shown = context.unstated.get(draft.symbol.id.toLowerCase());
    if (shown === undefined || draft.inferred || !isOrphan(context, draft)) continue;
    const fitting = bases.filter((base) => base !== draft && isShown(base, draft, shown));
    const [best] = fitting.toSorted((a, b) => b.properties.size - a.properties.size);
    if (best !== undefined) adopt(context, best, draft);
  }
}

/** Types that others state as their base, and that no property refers to: they are there to be inherited from. */
function knownBases(context: LinkContext): readonly TypeDraft[] {
  const referred = referredTypes(context);
  const bases = new Set([...context.types.values()].map(({ base }) => base?.toLowerCase()));
  return [...context.types.values()].filter(({ symbol, inferred }) => {
    const id = symbol.id.toLowerCase();
    return !inferred && id !== ENTITY && bases.has(id) && !referred.has(id);
  });
}

/** Every property of the base is stated or shown, and some of them are shown only. */
function isShown(base: TypeDraft, draft: TypeDraft, shown: ReadonlySet<string>): boolean {
  const names = [...base.properties.keys()].filter((name) => name !== "id");
  const isWhole = names.every((name) => shown.has(name) || draft.properties.has(name));
  return isWhole && names.length >= LEAST_SHARED && names.some((name) => shown.has(name));
}

/** A type without a base that says more than that it is an entity, or whose base no page defines. */
function isOrphan(context: LinkContext, { base }: TypeDraft): boolean {
  return base === null || base.toLowerCase() === ENTITY || context.stubs.has(base.toLowerCase());
}

function adopt(context: LinkContext, base: TypeDraft, draft: TypeDraft): void {
  if (ancestors(context, base.symbol.id).includes(draft.symbol.id)) return;
  draft.base = base.symbol.id;
  const params = { name: draft.symbol.id, base: base.symbol.id };
  context.collector.add("base-by-family", params, draft.symbol.place, [
    { message: "the base", place: base.symbol.place },
  ]);
}

function referredTypes(context: LinkContext): ReadonlySet<string> {
  const properties = [...context.types.values()].flatMap((draft) => [...draft.properties.values()]);
  return new Set(properties.map(({ type }) => type.toLowerCase()));
}

function repeats(base: TypeDraft, draft: TypeDraft): boolean {
  if (base === draft || base.namespace !== draft.namespace || base.properties.size > draft.properties.size)
    return false;
  return [...base.properties.values()].every(({ name, type, collection }) => {
    const own = draft.properties.get(name);
    return own?.type === type && own.collection === collection;
  });
}

function bearsName(base: TypeDraft, draft: TypeDraft): boolean {
  const last = (each: TypeDraft) => splitWords(each.symbol.name).at(-1)?.toLowerCase();
  return last(base) === last(draft) || bearsWholeName(base, draft);
}

function bearsWholeName(base: TypeDraft, draft: TypeDraft): boolean {
  const words = splitWords(base.symbol.name).map((word) => word.toLowerCase());
  const ending = splitWords(draft.symbol.name)
    .slice(-words.length)
    .map((word) => word.toLowerCase());
  return words.length > 1 && words.join(" ") === ending.join(" ");
}

import { append, groupBy } from "../../util/group.ts";
import { splitWords } from "../../util/words.ts";
import type { LinkContext, TypeDraft } from "../draft.ts";
import { ancestors } from "../link/inherit.ts";
import { ENTITY } from "../declare/symbols.ts";

/** Fewer shared properties than this say nothing: many types have a name and a description. */
const LEAST_SHARED = 3;
/** Two types that are alike may be so by chance; a family has more members. */
const LEAST_MEMBERS = 3;
/** A family of objects that a key addresses: members of others are too common to tell anything. */
const KEY = "id";

/** A type with what tells its family: the words of its name in lower case, and its properties but for the key. */
interface Relative {
  readonly draft: TypeDraft;
  readonly words: readonly string[];
  readonly names: readonly string[];
}

/** Finds bases that no page states, by what the rest of the reference tells. */
export function adoptFamilies(context: LinkContext): void {
  const stated = [...context.types.values()].filter(({ inferred }) => !inferred).map(toRelative);
  const referred = referredTypes(context);
  adoptByName(context, stated, referred);
  adoptByMembers(context, stated, referred);
}

function toRelative(draft: TypeDraft): Relative {
  return {
    draft,
    words: splitWords(draft.symbol.name).map((word) => word.toLowerCase()),
    names: [...draft.properties.keys()].filter((name) => name !== KEY),
  };
}

/** Ids of the types that properties have, in lower case. */
function referredTypes(context: LinkContext): ReadonlySet<string> {
  const referred = new Set<string>();
  for (const { properties } of context.types.values()) {
    for (const { type } of properties.values()) referred.add(type.toLowerCase());
  }
  return referred;
}

/**
 * A base is what properties of other types refer to; its subtypes are referred to by none, repeat all its properties
 * and bear its name, as `muteParticipantOperation` does that of `commsOperation`. One that bears the whole name needs
 * no other to prove it.
 */
function adoptByName(context: LinkContext, stated: readonly Relative[], referred: ReadonlySet<string>): void {
  const isReferred = ({ symbol }: TypeDraft) => referred.has(symbol.id.toLowerCase());
  const orphans = stated.filter(({ draft }) => isOrphan(context, draft) && !isReferred(draft));
  const namesakes = groupBy(orphans, lastWord);
  for (const base of stated) {
    if (base.draft.properties.size < LEAST_SHARED) continue;
    const family = (namesakes.get(lastWord(base)) ?? []).filter(
      ({ draft }) => isOrphan(context, draft) && repeats(base.draft, draft),
    );
    const isRoot = base.draft.base === null && isReferred(base.draft) && family.length >= LEAST_MEMBERS;
    const members = isRoot ? family : family.filter((relative) => bearsWholeName(base, relative));
    for (const { draft } of members) adopt(context, base.draft, draft);
  }
}

function lastWord({ words }: Relative): string {
  return words.at(-1) ?? "";
}

/**
 * A type whose examples show members that its page leaves out, but that another type states, descends from that type:
 * from a known base of which they show some, from a base that alone has these members, or from any type of which they
 * show all. Of several the largest is it.
 */
function adoptByMembers(context: LinkContext, stated: readonly Relative[], referred: ReadonlySet<string>): void {
  // What no property refers to may be there to be inherited from; sorted here, so that the first that fits is the best.
  const bases = stated
    .filter(({ draft, names }) => names.length >= LEAST_SHARED && !referred.has(draft.symbol.id.toLowerCase()))
    .sort((a, b) => compareSizes(a.draft, b.draft));
  const known = new Set(statedBases(context, 1));
  const knownBases = bases.filter(({ draft }) => known.has(draft));
  const marks = familyMarks(context);
  for (const { draft } of stated) {
    const shown = context.unstated.get(draft.symbol.id.toLowerCase());
    if (shown === undefined || !isOrphan(context, draft)) continue;
    const fitting = [
      bases.find((base) => base.draft !== draft && isAllShown(base, shown))?.draft,
      knownBases.find((base) => base.draft !== draft && isShown(base, draft, shown))?.draft,
      sharedMark([...shown], marks),
    ];
    const [best] = fitting.flatMap((base) => (base === undefined || base === draft ? [] : [base])).sort(compareSizes);
    if (best !== undefined) adopt(context, best, draft);
  }
}

/** Orders the largest first. */
function compareSizes(a: TypeDraft, b: TypeDraft): number {
  return b.properties.size - a.properties.size;
}

/**
 * Members that tell a family: three or more descendants of a base state one, and few others do. The base's own page may
 * leave it out, as that of `directoryObject` does with `deletedDateTime`.
 *
 * @returns the base, by member
 */
function familyMarks(context: LinkContext): ReadonlyMap<string, TypeDraft> {
  const counts = countNames(context.types.values());
  const descendants = indexDescendants(context);
  const marks = new Map<string, TypeDraft>();
  for (const base of statedBases(context, LEAST_MEMBERS)) {
    if (!base.properties.has(KEY)) continue;
    for (const [name, inside] of countNames(descendants.get(base.symbol.id) ?? [])) {
      const outside = (counts.get(name) ?? 0) - inside;
      if (inside >= LEAST_MEMBERS && inside >= 2 * outside) marks.set(name, base);
    }
  }
  return marks;
}

/** How many types have a property, by its name. */
function countNames(drafts: Iterable<TypeDraft>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { properties } of drafts) {
    for (const name of properties.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** All types that descend from a base, by the base's id. */
function indexDescendants(context: LinkContext): ReadonlyMap<string, readonly TypeDraft[]> {
  const index = new Map<string, TypeDraft[]>();
  for (const draft of context.types.values()) {
    for (const base of ancestors(context, draft.symbol.id)) append(index, base, draft);
  }
  return index;
}

/** The base that all of some members are marks of. */
function sharedMark(names: readonly string[], marks: ReadonlyMap<string, TypeDraft>): TypeDraft | undefined {
  const [first, ...others] = names.map((name) => marks.get(name));
  return others.every((base) => base === first) ? first : undefined;
}

/** Types that at least so many others name as their base; `entity` says nothing. */
function statedBases(context: LinkContext, least: number): readonly TypeDraft[] {
  const counts = new Map<string, number>();
  for (const { base } of context.types.values()) {
    if (base !== null) counts.set(base.toLowerCase(), (counts.get(base.toLowerCase()) ?? 0) + 1);
  }
  return [...context.types.values()].filter(({ symbol, inferred }) => {
    const id = symbol.id.toLowerCase();
    return !inferred && id !== ENTITY && (counts.get(id) ?? 0) >= least;
  });
}

/** Every property of the base is stated or shown, and some of them are shown only. */
function isShown({ names }: Relative, draft: TypeDraft, shown: ReadonlySet<string>): boolean {
  const isWhole = names.every((name) => shown.has(name) || draft.properties.has(name));
  return isWhole && names.some((name) => shown.has(name));
}

function isAllShown({ names }: Relative, shown: ReadonlySet<string>): boolean {
  return names.every((name) => shown.has(name));
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

function repeats(base: TypeDraft, draft: TypeDraft): boolean {
  if (base === draft || base.namespace !== draft.namespace || base.properties.size > draft.properties.size)
    return false;
  for (const { name, type, collection } of base.properties.values()) {
    const own = draft.properties.get(name);
    if (own?.type !== type || own.collection !== collection) return false;
  }
  return true;
}

function bearsWholeName(base: Relative, { words }: Relative): boolean {
  const count = base.words.length;
  return count > 1 && words.slice(-count).join(" ") === base.words.join(" ");
}

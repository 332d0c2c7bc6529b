import { splitWords } from "../util/words.ts";
import type { LinkContext, TypeDraft } from "./draft.ts";
import { ancestors } from "./inherit.ts";
import { ENTITY } from "./symbols.ts";

/** Fewer shared properties than this say nothing: many types have a name and a description. */
const LEAST_SHARED = 3;
/** Two types that are alike may be so by chance; a family has more members. */
const LEAST_MEMBERS = 3;
/** A family of objects that a key addresses: members of others are too common to tell anything. */
const KEY = "id";

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
 * A type whose examples show members that its page leaves out, but that another type states, descends from that type:
 * from a known base of which they show some, from a base that alone has these members, or from any type of which they
 * show all.
 */
function adoptByMembers(context: LinkContext): void {
  const types = [...context.types.values()].filter(({ inferred }) => !inferred);
  const known = knownBases(context);
  const marks = familyMarks(context);
  const referred = referredTypes(context);
  for (const draft of types) {
    const shown = context.unstated.get(draft.symbol.id.toLowerCase());
    if (shown === undefined || !isOrphan(context, draft)) continue;
    const others = (bases: readonly TypeDraft[]) => bases.filter((base) => base !== draft);
    const fitting = [
      ...others(types).filter((base) => !referred.has(base.symbol.id.toLowerCase()) && isAllShown(base, shown)),
      ...others(known).filter((base) => isShown(base, draft, shown)),
      ...others(sharedMark([...shown], marks)),
    ];
    const [best] = fitting.toSorted((a, b) => b.properties.size - a.properties.size);
    if (best !== undefined) adopt(context, best, draft);
  }
}

function ownNames({ properties }: TypeDraft): readonly string[] {
  return [...properties.keys()].filter((name) => name !== KEY);
}

/** Types that others state as their base, and that no property refers to: they are there to be inherited from. */
function knownBases(context: LinkContext): readonly TypeDraft[] {
  const referred = referredTypes(context);
  return statedBases(context, 1).filter(({ symbol }) => !referred.has(symbol.id.toLowerCase()));
}

/**
 * Members that tell a family: three or more descendants of a base state one, and few others do. The base's own page may
 * leave it out, as that of `directoryObject` does with `deletedDateTime`.
 *
 * @returns the base, by member
 */
function familyMarks(context: LinkContext): ReadonlyMap<string, TypeDraft> {
  const owners = new Map<string, TypeDraft[]>();
  for (const draft of context.types.values()) {
    for (const name of draft.properties.keys()) {
      const known = owners.get(name);
      if (known === undefined) owners.set(name, [draft]);
      else known.push(draft);
    }
  }
  // Looked up for each base and each member, so found once.
  const lines = new Map([...context.types.values()].map((each) => [each, new Set(ancestors(context, each.symbol.id))]));
  const marks = new Map<string, TypeDraft>();
  for (const base of statedBases(context, LEAST_MEMBERS)) {
    if (!base.properties.has(KEY)) continue;
    const isOfFamily = (draft: TypeDraft) => lines.get(draft)?.has(base.symbol.id) === true;
    for (const [name, stating] of owners) {
      const inside = stating.filter(isOfFamily).length;
      if (inside >= LEAST_MEMBERS && inside >= 2 * (stating.length - inside)) marks.set(name, base);
    }
  }
  return marks;
}

/** The base that all of some members are marks of. */
function sharedMark(names: readonly string[], marks: ReadonlyMap<string, TypeDraft>): readonly TypeDraft[] {
  const [first, ...others] = names.map((name) => marks.get(name));
  return first !== undefined && others.every((base) => base === first) ? [first] : [];
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
function isShown(base: TypeDraft, draft: TypeDraft, shown: ReadonlySet<string>): boolean {
  const names = ownNames(base);
  const isWhole = names.every((name) => shown.has(name) || draft.properties.has(name));
  return isWhole && names.length >= LEAST_SHARED && names.some((name) => shown.has(name));
}

function isAllShown(base: TypeDraft, shown: ReadonlySet<string>): boolean {
  const names = ownNames(base);
  return names.length >= LEAST_SHARED && names.every((name) => shown.has(name));
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

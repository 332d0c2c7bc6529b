import { append, groupBy } from "../../util/group.ts";
import { splitWords } from "../../util/words.ts";
import { compareByValues, type SameType } from "../enums/same-values.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import { ancestors } from "../link/ancestors.ts";
import { entityId } from "../declare/symbols.ts";
import { adopt, isOrphan, repeats } from "./adopt.ts";
import { adoptSubstitutes } from "./substitutes.ts";

/** Minimum number of shared properties; fewer are not significant, because many types have a name and a description. */
const LEAST_SHARED = 3;
/** Minimum size of a family; two types may be similar by chance. */
const LEAST_MEMBERS = 3;
/** Only entities form families by members; the members of other objects are too common. */
const KEY = "id";

/** A type with the lower-case words of its name and the names of its properties except the key. */
interface FamilyMember {
  readonly draft: TypeBuilder;
  readonly words: readonly string[];
  readonly names: readonly string[];
}

/** Infers bases that no page states, from the examples, names and members of all types. */
export function adoptFamilies(context: LinkContext): void {
  const stated = [...context.types.values()].filter(({ inferred }) => !inferred).map(toFamilyMember);
  const referred = referredTypes(context);
  const isSame = compareByValues(context);
  adoptSubstitutes(context, isSame);
  adoptByName(context, stated, referred, isSame);
  adoptByMembers(context, stated, referred);
}

function toFamilyMember(draft: TypeBuilder): FamilyMember {
  return {
    draft,
    words: splitWords(draft.symbol.name).map((word) => word.toLowerCase()),
    names: [...draft.properties.keys()].filter((name) => name !== KEY),
  };
}

/** Lower-case ids of the types that properties refer to. */
function referredTypes(context: LinkContext): ReadonlySet<string> {
  const referred = new Set<string>();
  for (const { properties } of context.types.values()) {
    for (const { type } of properties.values()) referred.add(type.toLowerCase());
  }
  return referred;
}

/**
 * Infers the subtypes of a base that properties refer to: types that no property refers to, that repeat all properties
 * of the base and end with the last word of its name, such as `muteParticipantOperation` for `commsOperation`. A type
 * whose name ends with the whole name of the base needs no further evidence.
 */
function adoptByName(
  context: LinkContext,
  stated: readonly FamilyMember[],
  referred: ReadonlySet<string>,
  isSame: SameType,
): void {
  const isReferred = ({ symbol }: TypeBuilder) => referred.has(symbol.id.toLowerCase());
  const orphans = stated.filter(({ draft }) => isOrphan(context, draft) && !isReferred(draft));
  const namesakes = groupBy(orphans, lastWord);
  for (const base of stated) {
    if (base.draft.properties.size < LEAST_SHARED) continue;
    const family = (namesakes.get(lastWord(base)) ?? []).filter(
      ({ draft }) => isOrphan(context, draft) && repeats(base.draft, draft, isSame),
    );
    const isRoot = base.draft.base === null && isReferred(base.draft) && family.length >= LEAST_MEMBERS;
    const members = isRoot ? family : family.filter((relative) => bearsWholeName(base, relative));
    for (const { draft } of members) adopt(context, base.draft, draft);
  }
}

function lastWord({ words }: FamilyMember): string {
  return words.at(-1) ?? "";
}

/**
 * Infers the base of a type whose examples show members that its own page omits: a stated base of which they show some
 * members, the only base that has these members, or any type of which they show all. The largest candidate wins.
 */
function adoptByMembers(context: LinkContext, stated: readonly FamilyMember[], referred: ReadonlySet<string>): void {
  // A type that no property refers to may exist only as a base. The largest is first, so the first match is the best.
  const bases = stated
    .filter(({ draft, names }) => names.length >= LEAST_SHARED && !referred.has(draft.symbol.id.toLowerCase()))
    .sort((a, b) => compareSizes(a.draft, b.draft));
  const namedBases = new Set(statedBases(context, 1));
  const namedCandidates = bases.filter(({ draft }) => namedBases.has(draft));
  const marks = familyMarks(context);
  for (const { draft } of stated) {
    const shown = context.unstated.get(draft.symbol.id.toLowerCase());
    if (shown === undefined || !isOrphan(context, draft)) continue;
    const fitting = [
      bases.find((base) => base.draft !== draft && isAllShown(base, shown))?.draft,
      namedCandidates.find((base) => base.draft !== draft && isShown(base, draft, shown))?.draft,
      sharedMark([...shown], marks),
    ];
    const [best] = fitting.flatMap((base) => (base === undefined || base === draft ? [] : [base])).sort(compareSizes);
    if (best !== undefined) adopt(context, best, draft);
  }
}

/** Sorts the largest type first. */
function compareSizes(a: TypeBuilder, b: TypeBuilder): number {
  return b.properties.size - a.properties.size;
}

/**
 * Finds members typical of a family: at least three descendants of a base state the member, and few other types do. The
 * page of the base may omit it, as `directoryObject` omits `deletedDateTime`.
 *
 * @returns the base, by member
 */
function familyMarks(context: LinkContext): ReadonlyMap<string, TypeBuilder> {
  const counts = countNames(context.types.values());
  const descendants = indexDescendants(context);
  const marks = new Map<string, TypeBuilder>();
  for (const base of statedBases(context, LEAST_MEMBERS)) {
    if (!base.properties.has(KEY)) continue;
    for (const [name, inside] of countNames(descendants.get(base.symbol.id) ?? [])) {
      const outside = (counts.get(name) ?? 0) - inside;
      if (inside >= LEAST_MEMBERS && inside >= 2 * outside) marks.set(name, base);
    }
  }
  return marks;
}

/** Counts the types that have a property, by its name. */
function countNames(drafts: Iterable<TypeBuilder>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { properties } of drafts) {
    for (const name of properties.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** All types that descend from a base, by the base's id. */
function indexDescendants(context: LinkContext): ReadonlyMap<string, readonly TypeBuilder[]> {
  const index = new Map<string, TypeBuilder[]>();
  for (const draft of context.types.values()) {
    for (const base of ancestors(context, draft.symbol.id)) append(index, base, draft);
  }
  return index;
}

/** Returns the only base that all given members are typical of. */
function sharedMark(names: readonly string[], marks: ReadonlyMap<string, TypeBuilder>): TypeBuilder | undefined {
  const [first, ...others] = names.map((name) => marks.get(name));
  return others.every((base) => base === first) ? first : undefined;
}

/** Types that at least `least` others name as their base, except `entity`. */
function statedBases(context: LinkContext, least: number): readonly TypeBuilder[] {
  const counts = new Map<string, number>();
  for (const { base } of context.types.values()) {
    if (base !== null) counts.set(base.toLowerCase(), (counts.get(base.toLowerCase()) ?? 0) + 1);
  }
  return [...context.types.values()].filter(({ symbol, inferred }) => {
    const id = symbol.id.toLowerCase();
    return !inferred && id !== entityId(context.symbols) && (counts.get(id) ?? 0) >= least;
  });
}

/** Whether every property of the base is stated or shown, and at least one is only shown. */
function isShown({ names }: FamilyMember, draft: TypeBuilder, shown: ReadonlySet<string>): boolean {
  const isWhole = names.every((name) => shown.has(name) || draft.properties.has(name));
  return isWhole && names.some((name) => shown.has(name));
}

function isAllShown({ names }: FamilyMember, shown: ReadonlySet<string>): boolean {
  return names.every((name) => shown.has(name));
}

function bearsWholeName(base: FamilyMember, { words }: FamilyMember): boolean {
  const count = base.words.length;
  return count > 1 && words.slice(-count).join(" ") === base.words.join(" ");
}

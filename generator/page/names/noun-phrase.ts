import { singular } from "../../util/singular.ts";
import { splitWords, upperFirst } from "../../util/words.ts";

/** Most modifiers of a noun that can stand before a resource: `recent`, `compliancePolicy`. */
const MOST_MODIFIERS = 2;

/**
 * Joins a resource and the noun of an action on it without saying a word twice: `managedDevice` and `device` are the
 * `managedDevice`, `range` and `usedRange` are the `usedRange`, `profile` and `profileName` the `profileName`.
 *
 * @param resource resource in camel case
 * @param noun words of the noun; empty for an action on the resource itself
 * @param isKind the noun may be a kind of the resource: `usedRange` is a range, `memberGroups` of a group are others
 */
export function objectOf(resource: string, noun: readonly string[], isKind: boolean): string {
  const owner = splitWords(resource);
  const isItself = owner.length > noun.length && equalWords(owner.slice(owner.length - noun.length), noun);
  if (noun.length === 0 || isItself) return resource;
  return withSameHead(owner, noun, isKind) ?? partOf(resource, noun);
}

/**
 * Joins a resource and a part of it: `risky user` and `risky user history` are the `riskyUserHistory`.
 *
 * @param resource resource in camel case
 * @param noun words of the part
 */
export function namedPart(resource: string, noun: readonly string[]): string {
  const owner = splitWords(resource);
  const start = singularLast(noun.slice(0, owner.length));
  return equalWords(start, singularLast(owner)) ? join(noun) : join([...owner, ...noun]);
}

/** Joins a resource and a noun that may begin with words of the resource: `profileReports` and `reportFilters`. */
function partOf(resource: string, noun: readonly string[]): string {
  const owner = splitWords(resource);
  const isNamed =
    noun.length >= owner.length && equalWords(singularLast(noun.slice(0, owner.length)), singularLast(owner));
  if (isNamed) return join(noun);
  for (let shared = Math.min(owner.length, noun.length) - 1; shared > 0; shared--) {
    const isShared = equalWords(owner.slice(owner.length - shared), noun.slice(0, shared));
    if (isShared) return join([...owner, ...noun.slice(shared)]);
  }
  const isPlural = owner.length > 1 && isPluralOf(owner.at(-1), noun[0]);
  return join([...(isPlural ? owner.slice(0, -1) : owner), ...noun]);
}

/** Joins the owner of a resource and the resource, which may repeat its owner. */
export function joinOwner(owner: string, resource: string): string {
  if (owner === "") return resource;
  const start = splitWords(resource).slice(0, splitWords(owner).length);
  return equalWords(start, splitWords(owner)) ? resource : `${owner}${upperFirst(resource)}`;
}

/** The words are the same, whatever their case. */
export function equalWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word.toLowerCase() === b[index]?.toLowerCase());
}

/** A short form leaves out words between the first and the last: `extendedProperty` of `extendedLegacyProperty`. */
export function isShortFor(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of short) {
    const found = long.findIndex((other, index) => index >= at && other.toLowerCase() === word.toLowerCase());
    if (found === -1) return false;
    at = found + 1;
  }
  return short.length > 1 && at === long.length && short[0]?.toLowerCase() === long[0]?.toLowerCase();
}

/** The words with the last one in the singular. */
export function singularLast(words: readonly string[]): readonly string[] {
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word));
}

/** Joins words in camel case. */
export function join(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : upperFirst(word))).join("");
}

/** `notebook` and `recentNotebooks` → `recentNotebooks`; `salesReports` and `cachedReport` → `salesCachedReport`. */
function withSameHead(owner: readonly string[], noun: readonly string[], isKind: boolean): string | null {
  const head = owner.at(-1) ?? "";
  const last = noun.at(-1) ?? "";
  const modifiers = noun.slice(0, -1);
  if (modifiers.length === 0 || singular(head).toLowerCase() !== singular(last).toLowerCase()) return null;
  if (owner.length > 1 && isPluralOf(head, last)) return partOf(join(owner.slice(0, -1)), noun);
  if (!isKind) return null;
  if (equalWords(singularLast(noun.slice(-owner.length)), singularLast(owner))) return join(noun);
  const isNamed = equalWords(singularLast(noun.slice(0, owner.length)), singularLast(owner));
  return modifiers.length > MOST_MODIFIERS || isNamed ? null : join([...modifiers, ...owner.slice(0, -1), last]);
}

function isPluralOf(word: string | undefined, single: string | undefined): boolean {
  if (word === undefined || single === undefined) return false;
  return word.toLowerCase() !== single.toLowerCase() && singular(word).toLowerCase() === single.toLowerCase();
}

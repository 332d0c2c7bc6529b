/** Permissions that a text names. */
export interface NamedScopes {
  /** Sets of permissions, any one of which is sufficient; a set has several members if they are required together. */
  readonly alternatives: readonly (readonly string[])[];
  /** Whether it is unclear which of them are required together, as in `A, B and C`. Each is then an alternative. */
  readonly isUnclear: boolean;
  /** Words that are meant to be a permission but do not have the form of one. */
  readonly unreadable: readonly string[];
}

/** `Group.Read.All`, `agreement.Read.All`. */
const DOTTED = /^[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+$/;
/** `offline_access`, `user_impersonation`, and the names of a single word. */
const SIMPLE = /^(?:openid|profile|email|[a-z]+(?:_[a-z]+)+)$/;
/** Abbreviations, versions, and names of files, hosts and types. */
const OTHER_DOTTED =
  /\.(?:md|com|net|org|html?|aspx?|json|xml)$|^(?:www|microsoft|graph|odata|edm)\.|^(?:e\.g|i\.e)\b|^v?\d/i;
/** Another mark in place of the dot before an access, or two names without anything between them. */
const JOINED = /[-_](?:Read|Write|ReadWrite)(?![a-z])|\.All[A-Z]/;
/** A dot between two parts of a word. */
const DOT = /[\p{L}\d*}>]\.+[\p{L}*{<]/u;
/** Words before a permission that are not a part of its name. */
const CONNECTIVE =
  /^(?:either|or|and|plus|with|one|any|all|both|only|requires?|needs?|least|higher|also|see|use|permissions?|scopes?|delegated|application|none?|not|for|in|if|to|from|the|an?)$/i;
const TOGETHER = /\s(?:and|plus|with|&|\+|\(?also (?:needs|requires)|together with|in addition to)\s/i;

/** Every text that names a permission, or something meant as one, has such a place; most labels and answers have none. */
const MAY_NAME = /\S\.\S|\s\.\s|_|openid|profile|email|[a-z][A-Z]/;
const NO_SCOPES: NamedScopes = { alternatives: [], isUnclear: false, unreadable: [] };
/** `One of A, B plus either C or D`: any of the first permissions, together with any of the others. */
const ONE_PLUS = /^\W{0,9}(?:one|any|either) (?:from|of)\s(.{1,2000}?)\s(?:plus|together with|in addition to)\s(.+)$/is;

/** Whether a word has the form of a permission. */
export function isScope(word: string): boolean {
  if (SIMPLE.test(word)) return true;
  return DOTTED.test(word) && /[A-Z]/.test(word) && !OTHER_DOTTED.test(word) && !JOINED.test(word);
}

/** Reads the permissions that a text names, in the order of the text. */
export function namedScopes(text: string): NamedScopes {
  if (!MAY_NAME.test(text)) return NO_SCOPES;
  const [, one, others] = ONE_PLUS.exec(text) ?? [];
  if (one !== undefined && others !== undefined) return combine(namedScopes(one), namedScopes(others));
  const [whole, torn] = cutTornNames(withoutMarks(text));
  const elements = whole.split(/[,;|`]|(?<=^|\s)(?:or|\/)\s/i).map(readElement);
  const alternatives = elements.flatMap((element) => element.alternatives);
  const isList = alternatives.length > 0;
  const unread = elements.flatMap((element) => [
    ...element.unreadable,
    // A word alone is prose, such as "Varies", unless it is an element of a list.
    ...(element.lone !== null && (isList || /[a-z][A-Z]/.test(element.lone)) ? [element.lone] : []),
  ]);
  const unreadable = [...torn, ...unread];
  if (isListOrSet(text, alternatives)) {
    return { alternatives: alternatives.flat().map((scope) => [scope]), isUnclear: true, unreadable };
  }
  return { alternatives, isUnclear: false, unreadable };
}

/** Removes names with a mark of code in them, such as ``Boats.Re`ad.All``; marks around a name are no part of its text. */
function cutTornNames(text: string): readonly [text: string, torn: readonly string[]] {
  const torn = text.match(/(?<![\w.`-])[\w.-]+(?:`[\w.-]+)+/g) ?? [];
  return [torn.reduce((rest, name) => rest.replace(name, ","), text), torn];
}

/** Any of the first permissions, together with any of the second. */
function combine(first: NamedScopes, second: NamedScopes): NamedScopes {
  return {
    alternatives: first.alternatives.flatMap((set) => second.alternatives.map((other) => [...set, ...other])),
    isUnclear: first.isUnclear || second.isUnclear,
    unreadable: [...first.unreadable, ...second.unreadable],
  };
}

/**
 * Whether a text such as `A, B and C` has two readings: the end of a list, or two permissions that are required together.
 * Other sets in the text, or an "or", show which of them is meant.
 */
function isListOrSet(text: string, alternatives: NamedScopes["alternatives"]): boolean {
  const [last = [], ...before] = alternatives.toReversed();
  return before.length > 0 && last.length > 1 && before.every((set) => set.length === 1) && !/\bor\b/i.test(text);
}

/** Removes footnote marks such as `*`, `¹` and `[^1]`. */
function withoutMarks(text: string): string {
  return text.replace(/\[\^?\w{1,9}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰†‡§]|(?<!\.)\*/g, " ").replace(/(?<=\w)\s?\(\d{1,2}\)/g, " ");
}

/** What a part of a list between two commas names. */
interface Element extends Omit<NamedScopes, "isUnclear"> {
  /** The only word of the element, if it may be a part of a permission. */
  readonly lone: string | null;
}

function readElement(text: string): Element {
  const parts = text.split(TOGETHER).map((part) => readWords(wordsOf(part)));
  const named = parts.flatMap(({ scopes }) => (scopes.length === 0 ? [] : [scopes]));
  const together = [...new Set(named.flatMap(([first]) => first ?? []))];
  // A space between permissions stands for a comma.
  const others = named.flatMap((scopes) => scopes.slice(1).map((scope) => [scope]));
  const words = wordsOf(text);
  const [only = ""] = words;
  const isLone = words.length === 1 && /^[A-Z][A-Za-z]+$/.test(only) && !CONNECTIVE.test(only);
  return {
    alternatives: together.length === 0 ? [] : [together, ...others],
    unreadable: parts.flatMap((part) => part.unreadable),
    lone: isLone ? only : null,
  };
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^[("'_]+/, "").replace(/[)"'_:!?]{1,20}$/, ""))
    .filter((word) => word !== "");
}

interface Words {
  readonly scopes: readonly string[];
  readonly unreadable: readonly string[];
}

function readWords(words: readonly string[]): Words {
  const torn = readTornName(words);
  if (torn !== null) return torn;
  const scopes: string[] = [];
  const unreadable: string[] = [];
  for (const [index, word] of words.entries()) {
    if (continuesName(word, index, words)) {
      unreadable.push(`${words[index - 1] ?? ""} ${word}`);
      scopes.pop();
      continue;
    }
    const name = nameOf(word);
    const names = name.split("/");
    if (names.every(isScope)) scopes.push(...names);
    else if (isMeant(name, words.length)) unreadable.push(name);
  }
  return { scopes, unreadable };
}

/**
 * Whether a word is the rest of the name before it, as in `Boats.Re ad.All`: it begins in lower case, and is a
 * permission or the last word before one.
 */
function continuesName(word: string, index: number, words: readonly string[]): boolean {
  const before = words[index - 1];
  if (before === undefined) return false;
  // No resource has the name of an access.
  if (/^(?:Read|Write|ReadWrite)\b/.test(word)) return isScope(nameOf(before));
  if (!/^[a-z]/.test(word) || isProse(word)) return false;
  if (isScope(nameOf(word))) return /^[A-Z]/.test(before) && (words.length === 2 || !isProse(before));
  const next = words[index + 1];
  return isScope(nameOf(before)) && /^[a-z]+$/i.test(word) && (next === undefined || isScope(nameOf(next)));
}

function isProse(word: string): boolean {
  return word !== "All" && CONNECTIVE.test(word);
}

/** Reads words that are a single name with a space in it; null for any other words. */
function readTornName(words: readonly string[]): Words | null {
  const [first = "", second = ""] = words;
  if (isSplitAtDot(words)) return { scopes: [], unreadable: [words.join(" ")] };
  if (words.length !== 2 || isProse(first) || isProse(second)) return null;
  const isBegun = /^[A-Z][\w-]*\.?$/.test(first) && isScope(nameOf(second).replace(/^\./, ""));
  const isEnded = isScope(nameOf(first)) && /^\.?[A-Z][a-zA-Z]*$/.test(second);
  if (!isBegun && !isEnded) return null;
  // The second word of `Boats Read.All` has the form of a permission, too.
  const hasName = isBegun && !first.endsWith(".") && !second.startsWith(".");
  return { scopes: hasName ? [nameOf(second)] : [], unreadable: [`${first} ${second}`] };
}

/** Whether words are a name with a space at its only dot: neither `Boats.` nor `Read` has the form of a permission. */
function isSplitAtDot(words: readonly string[]): boolean {
  const [first = "", second = ""] = words;
  if (words.length === 3) return second === ".";
  if (words.length !== 2 || !(first.endsWith(".") || second.startsWith("."))) return false;
  const parts = [nameOf(first), nameOf(second).replace(/^\./, "")];
  return isScope(nameOf(first + second)) && !parts.some(isScope);
}

/** A word without the address of a service before it and the full stop after it. */
function nameOf(word: string): string {
  return word.replace(/^https?:\/\/[^/]+\//, "").replace(/(?<=\w)\.$/, "");
}

function isMeant(word: string, count: number): boolean {
  if (/^[A-Z][\w.-]*$/.test(word) && JOINED.test(word)) return true;
  return DOT.test(word) && !OTHER_DOTTED.test(word) && !word.includes("://") && (count === 1 || /[A-Z]/.test(word));
}

/** Whether a text consists of permissions only. */
export function isScopeList(text: string): boolean {
  const words = wordsOf(withoutMarks(text).replace(/[,;|`]/g, " ")).filter((word) => !/^(?:and|or)$/i.test(word));
  return words.length > 0 && words.every((word) => isScope(nameOf(word)));
}

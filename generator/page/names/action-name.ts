import { plural } from "../../util/plural.ts";
import { singular } from "../../util/singular.ts";
import { splitWords, upperFirst } from "../../util/words.ts";
import { elementOf, memberOf } from "./element.ts";
import { actionWords, isReadingVerb, takesTo, type ActionWords } from "./english.ts";
import { join, objectOf } from "./noun-phrase.ts";
import type { StatedOperation } from "./stated-operation.ts";
import { subjectName } from "./split-name.ts";

/** The introduction states that the action returns something. */
const RETURNS = /^(?:gets?|returns?|retrieves?|lists?|reads?)\b/i;

/**
 * Names an action or a function: `wipe` → `wipeManagedDevice`, `rotateBitLockerKeys` →
 * `rotateManagedDeviceBitLockerKeys`, `shutDown` → `shutDownManagedDevice`, `delta` → `getUserDelta`.
 *
 * @param action words of the action in camel case
 * @param resource resource in camel case
 * @param operation facts of the page
 */
export function actionPhrase(action: string, resource: string, operation: StatedOperation): string {
  const words = splitWords(action);
  const owner = memberOf(elementOf(resource, operation), operation);
  const phrase = actionWords(words, isReturning(operation));
  const isGet = operation.requests.every(({ method }) => method === "GET");
  const isNoun = phrase.verb.length === 0 || (isGet && !isReadingVerb(words[0] ?? "")) || action === "delta";
  if (isNoun) return `${nounVerb(action, operation)}${nounPhrase(nounOf(phrase, words), owner, operation)}`;
  const [first = "", ...others] = phrase.verb;
  const to = phrase.noun.length === 0 && takesTo(first) ? "To" : "";
  const object = nounPhrase(phrase, numberOf(owner, phrase, operation), operation);
  const isAll = phrase.determiner.length > 0 && to !== "";
  const verb = [first, ...others, ...(isAll ? phrase.determiner : [])];
  const named = isAll ? nounPhrase({ ...phrase, determiner: [] }, owner, operation) : object;
  return `${join(verb)}${to}${named}`;
}

/** `listDriveRecent` for a page "List recent files", otherwise `getDriveRecent`. */
function nounVerb(action: string, operation: StatedOperation): string {
  const { title, response, requests } = operation;
  if (/^list\b/i.test(title)) return "list";
  const isCalled = requests.some(({ method }) => method !== "GET");
  if (!isCalled || (response?.type ?? null) !== null) return "get";
  return isSent(operation, action) ? "set" : "invoke";
}

/** The body has a member with the name of the action. */
function isSent({ requestBody }: StatedOperation, action: string): boolean {
  return requestBody?.properties.some(({ name }) => name.toLowerCase() === action.toLowerCase()) === true;
}

function isReturning({ summary }: StatedOperation): boolean {
  return RETURNS.test(summary);
}

/** A noun has its determiner, but no verb and no complement. */
function nounOf(phrase: ActionWords, words: readonly string[]): ActionWords {
  const { determiner } = phrase.verb.length === 0 ? phrase : { determiner: [] };
  return { verb: [], determiner, noun: words.slice(determiner.length), complement: [] };
}

function nounPhrase({ determiner, noun, complement }: ActionWords, owner: string, operation: StatedOperation): string {
  const object = objectOf(owner, noun, isKindOf(owner, noun, operation));
  return [join(determiner), object, join(complement)].map(upperFirst).join("");
}

/** One `usedRange` of a range is a range; several `memberGroups` of one group are others, for which it is asked. */
function isKindOf(owner: string, noun: readonly string[], operation: StatedOperation): boolean {
  const single = singular(join(noun));
  const isOther = splitWords(owner).length > 1 && single.toLowerCase() === subjectName(operation).toLowerCase();
  return !isOther && (single === join(noun) || isOfMany(operation));
}

/** The action is one of the collection: `/books/refreshAll`. */
function isOfMany({ requests }: StatedOperation): boolean {
  return requests.every(({ path }) => !/[{<(]/.test(path.split("/").at(-2) ?? ""));
}

/** `/books/filterByReader` returns several books; `/books/refreshAll` changes them. */
function numberOf(owner: string, { verb, determiner, noun }: ActionWords, operation: StatedOperation): string {
  if (noun.length > 0) return owner;
  const { response } = operation;
  const isList = response?.type?.collection === true && subjectName(operation).toLowerCase() === owner.toLowerCase();
  const isAll = determiner.length > 0 && isOfMany(operation);
  return (isList && isReadingVerb(verb[0] ?? "")) || isAll ? plural(owner) : owner;
}

import { plural } from "../../util/plural.ts";
import { singular } from "../../util/singular.ts";
import { camelCase, splitWords, upperFirst } from "../../util/words.ts";
import type { OperationKind, OperationName } from "../model.ts";
import { actionPhrase } from "./action-name.ts";
import { equalWords, join, joinOwner, singularLast } from "./noun-phrase.ts";
import type { StatedOperation } from "./stated-operation.ts";
import { partWords, requestObject, verbOf } from "./request-name.ts";
import { isDoing, splitName, type NameWords } from "./split-name.ts";

/**
 * Names the function of an operation after the file name of its page: verb, resource, rest. The name and its longer
 * form depend only on this page, so that adding another page does not rename a function.
 *
 * @param operation facts of the page
 * @param kind kind of the operation
 * @param namespace namespace of the page; a prefix that repeats it is dropped
 */
export function nameOperation(operation: StatedOperation, kind: OperationKind, namespace: string): OperationName {
  const words = splitName(operation);
  const { prefix, resource } = words;
  const isNamespace = prefix.length === 1 && namespace.toLowerCase().endsWith(`.${prefix[0]?.toLowerCase() ?? ""}`);
  const owner = isNamespace ? "" : ownerName(operation, prefix);
  const name =
    prefix.length === 1 && isAlike(owner, resource)
      ? `${phrase(words, kind, operation)}${preposition(owner, operation)}${upperFirst(owner)}`
      : phrase({ ...words, resource: joinOwner(owner, resource) }, kind, operation);
  const full = joinOwner(camelCase(prefix.join("-")), resource);
  const inArea = phrase({ ...words, resource: full }, kind, operation);
  const long = longName(words, kind, operation);
  if (long === null) return { resource, name, qualified: inArea };
  const isInArea = prefix.length > 1 && !isShortened(words, name);
  const keepsApart = isRepeated(words) || isNameOfType(name, operation);
  return { resource, name: keepsApart ? long : name, qualified: isInArea ? inArea : long, yields: true };
}

/** Whether the name is what a page about the type of the part would have: such a page may exist or be added. */
function isNameOfType(name: string, { subject, response, requestBody }: StatedOperation): boolean {
  const verb = /^[a-z]+/.exec(name)?.[0] ?? "";
  return [subject, response?.type, requestBody?.type].some((type) => {
    if (type?.target === undefined || type.target === null) return false;
    const noun = type.name.slice(type.name.lastIndexOf(".") + 1);
    return name === `${verb}${upperFirst(verb === "list" ? plural(noun) : noun)}`;
  });
}

/**
 * The words before the resource that belong to the name. A single word is the owner of the resource. Two or more are an
 * area, which matters only at the root of the service, where each area documents the same resource on its own page.
 */
function ownerName(operation: StatedOperation, prefix: readonly string[]): string {
  if (prefix.length < 2) return camelCase(prefix.join(""));
  const isAtRoot = operation.requests.every(({ path }) => /^\/[\w.]+(?:\/\{[^/]*\})?$/.test(path));
  return isAtRoot ? camelCase(prefix.slice(1).join("-")) : "";
}

function phrase(words: NameWords, kind: OperationKind, operation: StatedOperation): string {
  const [verb = "get"] = words.rest;
  if (!isDoing(verb)) return actionPhrase(camelCase(words.rest.join("-")), words.resource, operation);
  return `${verbOf(verb, kind)}${upperFirst(requestObject(words, kind, operation))}`;
}

/**
 * A name that keeps a part and its whole apart, or null for a page about the whole. `chat-post-messages` describes a
 * `chatMessage`, which may have a page of its own. Then that page is the one with the name `createChatMessage`, and
 * this one is called `createMessageOfChat`.
 */
function longName({ resource, rest }: NameWords, kind: OperationKind, operation: StatedOperation): string | null {
  const [verb = "get"] = rest;
  const part = isDoing(verb) ? partWords(rest, kind, operation) : splitWords(camelCase(rest.join("-"))).slice(1);
  if (part.length === 0) return null;
  const first = isDoing(verb) ? verbOf(verb, kind) : (splitWords(camelCase(rest.join("-")))[0] ?? "");
  return `${first}${upperFirst(join(part))}${preposition(resource, operation)}${upperFirst(resource)}`;
}

/** `In` for the title "Send a message in a chat", otherwise `Of`. */
function preposition(resource: string, { title }: StatedOperation): string {
  const found = [...title.matchAll(/\b(in|on|to|for|from) (?:(?:an?|the) )?(\w+)/gi)];
  const word = found.find((match) => match[2]?.toLowerCase() === resource.toLowerCase())?.[1] ?? "of";
  return upperFirst(word.toLowerCase());
}

/** The name leaves out words that the resource and its part share. */
function isShortened({ resource, rest }: NameWords, name: string): boolean {
  const all = [...splitWords(resource), ...rest.flatMap((part) => splitWords(camelCase(part)))];
  return splitWords(name).length < all.length;
}

/** A part that begins with the last word of the resource: the user of an `educationUser` is `userOfEducationUser`. */
function isRepeated({ resource, rest }: NameWords): boolean {
  if (!isDoing(rest[0] ?? "")) return false;
  const part = singularLast(splitWords(camelCase(rest.slice(1).join("-"))));
  const owner = splitWords(resource);
  const lengths = owner.slice(1).map((_, index) => index + 1);
  return lengths.some((length) => equalWords(owner.slice(owner.length - length), part.slice(0, length)));
}

/** The names of owner and resource would sound alike: `team` and `teamsApp`. */
function isAlike(owner: string, resource: string): boolean {
  const last = splitWords(owner).at(-1)?.toLowerCase() ?? "";
  const first = splitWords(resource)[0]?.toLowerCase() ?? "";
  return last !== first && singular(last) === singular(first);
}

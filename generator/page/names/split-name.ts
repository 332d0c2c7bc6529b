import { lastSegment } from "../../util/paths.ts";
import { singular } from "../../util/singular.ts";
import { camelCase, splitWords } from "../../util/words.ts";
import { isPlainVerb } from "./english.ts";
import { equalWords, isShortFor, singularLast } from "./noun-phrase.ts";
import type { StatedOperation } from "./stated-operation.ts";

/** The verb of a file name; the resource comes before it. */
const DOING = /^(?:list|get|post|create|update|delete|put|patch|upsert|add|remove|replace|set)$/i;
/** Verbs that send a new object. */
const CREATING = /^(?:post|create|add)$/i;

/** The parts of a file name: `[area-]resource-verb[-rest]`. */
export interface NameWords {
  readonly prefix: readonly string[];
  readonly resource: string;
  /** Verb of the file name or action, then the other parts. */
  readonly rest: readonly string[];
}

/** Splits the name of a page's file into the resource, which takes the casing and number of the page, and the verb. */
export function splitName(operation: StatedOperation): NameWords {
  const { nameParts: parts } = operation;
  const [first = "", second, ...tail] = parts;
  const isVerbFirst = isPlainVerb(first) && second !== undefined && !parts.slice(1).some(isVerbPart);
  if (isVerbFirst) return { prefix: [], resource: second, rest: [first, ...tail] };
  const called = calledName(operation);
  if (called !== null) return called;
  const at = findVerb(operation);
  const resource = takeNumber(takeCasing(parts[at - 1] ?? parts[0] ?? "resource", subjectName(operation)), operation);
  const rest = parts.slice(at);
  const isWhole = isResourceItself(operation, resource, rest);
  return { prefix: parts.slice(0, Math.max(0, at - 1)), resource, rest: isWhole ? rest.slice(0, 1) : rest };
}

/** The part is a verb of a request: `get`, `post`. */
export function isDoing(part: string): boolean {
  return DOING.test(part);
}

/** Name of the type to which the response links or, if there is no such link, the introduction. */
export function subjectName({ subject, response }: StatedOperation): string {
  const name = response?.type?.primitive === null ? response.type.name : subject?.name;
  return name?.split(".").at(-1) ?? "";
}

/** Index of the verb; at least 1, so that a resource precedes it. */
export function findVerb({ nameParts: parts, requests }: Pick<StatedOperation, "nameParts" | "requests">): number {
  const verb = parts.findIndex((part, index) => index > 0 && DOING.test(part));
  if (verb !== -1) return verb;
  const action = lastSegment(requests[0]?.path ?? "/");
  const called = parts.findIndex((part, index) => index > 0 && part.toLowerCase() === action.toLowerCase());
  if (called !== -1) return called;
  const plain = parts.findIndex((part, index) => index > 0 && index < parts.length - 1 && isPlainVerb(part));
  return plain === -1 ? Math.max(1, parts.length - 1) : plain;
}

function isVerbPart(part: string): boolean {
  return DOING.test(part) || splitWords(part).some((word) => isPlainVerb(word));
}

/**
 * A file name without a verb, for a URL that ends in an action: `library-books-reader-lent` describes
 * `/library/books/getBooksLentToReader`. The action of the URL is the better name, the part of its path the resource.
 */
function calledName({ nameParts: parts, requests }: StatedOperation): NameWords | null {
  const [request] = requests;
  const action = lastSegment(request?.path ?? "");
  const isAction = /^[a-z]+[A-Z]\w*$/.test(action) && isPlainVerb(splitWords(action)[0] ?? "");
  if (request === undefined || !isAction || parts.length < 3 || parts.slice(1).some(isVerbPart)) return null;
  const segments = new Set(request.path.toLowerCase().split("/"));
  const at = parts.findLastIndex((part) => segments.has(part.toLowerCase()));
  const resource = parts[at];
  return resource === undefined ? null : { prefix: parts.slice(0, at), resource, rest: [action] };
}

/** Prefers the spelling that has inner capitals: a link text may be in lower case. */
function takeCasing(word: string, subject: string): string {
  const isSame = subject !== "" && word.toLowerCase() === subject.toLowerCase();
  return camelCase(isSame && splitWords(subject).length >= splitWords(word).length ? subject : word);
}

/** A resource in the plural is one of several if its page says so: `policies` for a page about one `policy`. */
function takeNumber(resource: string, operation: StatedOperation): string {
  const single = singular(resource);
  const subject = subjectName(operation).toLowerCase();
  return subject === single.toLowerCase() ? takeCasing(single, subjectName(operation)) : resource;
}

/** `policy-post-policies` repeats the resource behind the verb; so may a short form of it do. */
function isResourceItself(operation: StatedOperation, resource: string, rest: readonly string[]): boolean {
  const [verb = "", ...tail] = rest;
  const owner = splitWords(resource);
  const part = singularLast(splitWords(camelCase(tail.join("-"))));
  if (part.length === 0) return false;
  if (equalWords(part, owner) || part.join("").toLowerCase() === owner.join("").toLowerCase()) return true;
  if (isShortFor(part, owner)) return true;
  if (!equalWords(part, owner.slice(owner.length - part.length))) return false;
  const isRoot = operation.requests.every(({ parameters }) => parameters.length === 0);
  return CREATING.test(verb) && (isRoot || subjectName(operation).toLowerCase() === resource.toLowerCase());
}

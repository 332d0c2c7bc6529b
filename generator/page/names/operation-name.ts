import pluralize from "pluralize";
import { lastSegment } from "../../util/paths.ts";
import { singular } from "../../util/singular.ts";
import { camelCase, pascalCase, splitWords, upperFirst } from "../../util/words.ts";
import type { OperationKind, OperationName } from "../model.ts";
import type { StatedOperation } from "./operation-kind.ts";

/** The verb of a file name; the resource comes before it. */
const DOING = /^(?:list|get|post|create|update|delete|put|patch|upsert|add|remove|replace|set)$/i;
/** Verbs of functions, which need no `get` before them. */
const READING =
  /^(?:get|list|find|search|filter|verify|check|validate|calculate|export|is|has|lookup|retrieve|fetch|read|resolve|preview|query|test|download|generate|compute)$/i;

/** Adverbs such as `tentatively`, but not `apply` and `reply`. */
const ADVERB = /(?<!^(?:(?:re)?app|comp|imp|multip|re|rep|supp))ly$/i;

/** The parts of a file name: `[area-]resource-verb[-rest]`. */
interface NameWords {
  readonly prefix: readonly string[];
  readonly resource: string;
  readonly rest: readonly string[];
}

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
  const { prefix, resource, rest } = words;
  const isNamespace = prefix.length === 1 && namespace.toLowerCase().endsWith(`.${prefix[0]?.toLowerCase() ?? ""}`);
  const owner = isNamespace ? "" : ownerName(operation, prefix);
  const name = phrase(rest, joinWords(owner, resource), kind, operation);
  if (isPartOfSubject(operation, words)) return { resource, name: phraseOf(words, kind, operation), qualified: name };
  return { resource, name, qualified: phrase(rest, joinWords(camelCase(prefix.join("-")), resource), kind, operation) };
}

function splitName(operation: StatedOperation): NameWords {
  const { nameParts: parts } = operation;
  const at = findVerb(parts, lastSegment(operation.requests[0]?.path ?? "/"));
  const resource = takeCasing(parts[at - 1] ?? parts[0] ?? "resource", subjectName(operation));
  const [verb = "get", ...tail] = parts.slice(at);
  const repeats = singular(tail.join("").toLowerCase()) === resource.toLowerCase();
  return { prefix: parts.slice(0, Math.max(0, at - 1)), resource, rest: repeats ? [verb] : [verb, ...tail] };
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

/** `chat-post-messages` describes `chatMessage`, which has its own pages: the name becomes `createMessageOfChat`. */
function isPartOfSubject(operation: StatedOperation, { resource, rest }: NameWords): boolean {
  const [verb = "", ...tail] = rest;
  const part = singular(tail.join("").toLowerCase());
  return (
    DOING.test(verb) && part !== "" && subjectName(operation).toLowerCase().endsWith(`${resource.toLowerCase()}${part}`)
  );
}

/** `createMessageOfChat`. */
function phraseOf({ resource, rest }: NameWords, kind: OperationKind, operation: StatedOperation): string {
  const [verb = "get", ...tail] = rest;
  const part = singular(camelCase(tail.join("-")));
  return `${phrase([verb], part, kind, operation)}Of${upperFirst(resource)}`;
}

function joinWords(owner: string, resource: string): string {
  return owner === "" ? resource : `${owner}${upperFirst(resource)}`;
}

/** Name of the type to which the response links or, if there is no such link, the introduction. */
function subjectName({ subject, response }: StatedOperation): string {
  const name = response?.type?.primitive === null ? response.type.name : subject?.name;
  return name?.split(".").at(-1) ?? "";
}

/** Index of the verb; at least 1, so that a resource precedes it. */
function findVerb(parts: readonly string[], action: string): number {
  const verb = parts.findIndex((part, index) => index > 0 && DOING.test(part));
  if (verb !== -1) return verb;
  const called = parts.findIndex((part, index) => index > 0 && part.toLowerCase() === action.toLowerCase());
  return called === -1 ? Math.max(1, parts.length - 1) : called;
}

function takeCasing(word: string, subject: string): string {
  return word.toLowerCase() === subject.toLowerCase() && subject !== "" ? camelCase(subject) : camelCase(word);
}

function phrase(rest: readonly string[], resource: string, kind: OperationKind, operation: StatedOperation): string {
  const [first = "get", ...tail] = rest;
  if (!DOING.test(first)) return phraseAction(rest, resource, operation);
  const verb = verbOf(first.toLowerCase(), kind);
  const words = pascalCase(tail.join("-"));
  if (words === "")
    return verb === "list" ? `list${upperFirst(pluralize.plural(resource))}` : `${verb}${upperFirst(resource)}`;
  const isOne =
    verb !== "list" &&
    (["create", "add", "remove"].includes(verb) || /\}(?:\/\$\w+)?$/.test(operation.requests[0]?.path ?? ""));
  return `${verb}${upperFirst(resource)}${isOne ? singularLast(words) : words}`;
}

function verbOf(word: string, kind: OperationKind): string {
  switch (word) {
    case "post":
      return kind === "addReference" ? "add" : "create";
    case "delete":
      return kind === "removeReference" ? "remove" : "delete";
    case "put":
      return kind === "setReference" ? "set" : kind === "update" ? "update" : "replace";
    case "patch":
      return "update";
    default:
      return word;
  }
}

function singularLast(words: string): string {
  const split = splitWords(words);
  const last = split.at(-1);
  return last === undefined ? words : `${words.slice(0, words.length - last.length)}${singular(last)}`;
}

/** `wipe` → `wipeManagedDevice`, `rotateBitLockerKeys` → `rotateManagedDeviceBitLockerKeys`, `delta` → `getUserDelta`. */
function phraseAction(rest: readonly string[], resource: string, operation: StatedOperation): string {
  const action = camelCase(rest.join("-"));
  const words = splitWords(action);
  const verbs = words.findIndex((word) => !ADVERB.test(word));
  const cut = words.slice(0, verbs + 1).join("").length;
  const isRead = operation.requests.every(({ method }) => method === "GET");
  if (isRead && !READING.test(words[0] ?? "")) return `get${upperFirst(resource)}${upperFirst(action)}`;
  return `${action.slice(0, cut)}${upperFirst(resource)}${upperFirst(action.slice(cut))}`;
}

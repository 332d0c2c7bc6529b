import pluralize from "pluralize";
import type { OperationFacts } from "../page/model.ts";
import { camelCase, pascalCase, splitWords, upperFirst } from "../util/words.ts";
import type { OperationKind } from "./model.ts";
import { lastSegment } from "./operation-kind.ts";

/** The words of a page's file name that say what is done; what stands before is the resource. */
const DOING = /^(?:list|get|post|create|update|delete|put|patch|upsert|add|remove|replace|set)$/i;
/** Words with which a function that reads already begins as a sentence does. */
const READING = /^(?:get|list|find|search|filter|verify|check|validate|calculate|export|is|has|lookup|retrieve|fetch|read|resolve|preview|query|test|download|generate|compute)$/i;

/** How a page's operation is called, told by the page alone. */
export interface OperationName {
  /** Resource in the casing of the page, e.g. `windowsAutopilotDeviceIdentity`. */
  readonly resource: string;
  readonly name: string;
  /** A longer name that is unique for each page, for the case that two pages give one name. */
  readonly qualified: string;
}

/**
 * Names an operation after its page: verb, resource, rest. File names in the dialect read
 * `[area-]resource-verb[-rest]`, and their words take the casing of the page's own text.
 *
 * @param operation facts of the page
 * @param kind what the operation does
 */
export function nameOperation(operation: OperationFacts, kind: OperationKind): OperationName {
  const { nameParts: parts } = operation;
  const path = operation.requests[0]?.path ?? "/";
  const at = findVerb(parts, lastSegment(path));
  const subject = operation.subject?.name.split(".").at(-1) ?? "";
  const resource = takeCasing(parts[at - 1] ?? parts[0] ?? "resource", subject);
  const prefix = parts.slice(0, Math.max(0, at - 1));
  const rest = parts.slice(at);
  const qualifier = pascalCase(prefix.slice(prefix.length > 1 ? 1 : 0).join("-"));
  const bare = phrase(rest, resource, kind, operation);
  // A path of one segment is the service's root object, whose properties each area documents on a page of its own.
  const isRoot = path.split("/").length === 2 && !path.includes("{") && (kind === "get" || kind === "update");
  const name = isRoot && qualifier !== "" ? `${bare}${qualifier}` : bare;
  const qualified = phrase(rest, `${camelCase(prefix.join("-"))}${prefix.length > 0 ? upperFirst(resource) : resource}`, kind, operation);
  return { resource, name, qualified: qualified === name ? `${qualified}${pascalCase(lastSegment(path))}` : qualified };
}

/** Index of the word that says what is done; at least 1, so that a resource stands before it. */
function findVerb(parts: readonly string[], action: string): number {
  const verb = parts.findIndex((part, index) => index > 0 && DOING.test(part));
  if (verb !== -1) return verb;
  const called = parts.findIndex((part, index) => index > 0 && part.toLowerCase() === action.toLowerCase());
  return called === -1 ? Math.max(1, parts.length - 1) : called;
}

function takeCasing(word: string, subject: string): string {
  return word.toLowerCase() === subject.toLowerCase() && subject !== "" ? camelCase(subject) : camelCase(word);
}

function phrase(rest: readonly string[], resource: string, kind: OperationKind, operation: OperationFacts): string {
  const [first = "get", ...tail] = rest;
  if (!DOING.test(first)) return phraseAction(rest, resource, operation);
  const verb = verbOf(first.toLowerCase(), kind);
  const words = pascalCase(tail.join("-"));
  if (words === "") return verb === "list" ? `list${upperFirst(pluralize.plural(resource))}` : `${verb}${upperFirst(resource)}`;
  const isOne = ["create", "add", "remove"].includes(verb);
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
  return last === undefined ? words : `${words.slice(0, words.length - last.length)}${pluralize.singular(last)}`;
}

/** `wipe` → `wipeManagedDevice`, `rotateBitLockerKeys` → `rotateManagedDeviceBitLockerKeys`, `delta` → `getUserDelta`. */
function phraseAction(rest: readonly string[], resource: string, operation: OperationFacts): string {
  const action = camelCase(rest.join("-"));
  const words = splitWords(action);
  const verbs = words.findIndex((word) => !/ly$/i.test(word));
  const cut = words.slice(0, verbs + 1).join("").length;
  const isRead = operation.requests.every(({ method }) => method === "GET");
  if (isRead && !READING.test(words[0] ?? "")) return `get${upperFirst(resource)}${upperFirst(action)}`;
  return `${action.slice(0, cut)}${upperFirst(resource)}${upperFirst(action.slice(cut))}`;
}

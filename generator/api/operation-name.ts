import pluralize from "pluralize";
import type { OperationFacts } from "../page/model.ts";
import { camelCase, pascalCase, splitWords, upperFirst } from "../util/words.ts";
import type { OperationKind } from "./model.ts";
import { lastSegment } from "./operation-kind.ts";

/** The words of a page's file name that say what is done; what stands before is the resource. */
const DOING = /^(?:list|get|post|create|update|delete|put|patch|upsert|add|remove|replace|set)$/i;
/** Words with which a function that reads already begins as a sentence does. */
const READING =
  /^(?:get|list|find|search|filter|verify|check|validate|calculate|export|is|has|lookup|retrieve|fetch|read|resolve|preview|query|test|download|generate|compute)$/i;

/** How a page's operation is called, told by the page alone. */
export interface OperationName {
  /** Resource in the casing of the page, e.g. `windowsAutopilotDeviceIdentity`. */
  readonly resource: string;
  readonly name: string;
  /** A longer name for the case that two pages give one name; equal to `name` where the page has the better right. */
  readonly qualified: string;
}

/**
 * Names an operation after its page: verb, resource, rest. File names in the dialect read
 * `[area-]resource-verb[-rest]`, and their words take the casing of the page's own text.
 *
 * @param operation facts of the page
 * @param kind what the operation does
 * @param casing words of the whole reference by lower case, for those that the page itself does not spell
 */
export function nameOperation(
  operation: OperationFacts,
  kind: OperationKind,
  casing: ReadonlyMap<string, string>,
): OperationName {
  const parts = operation.nameParts.map((part) => (/[A-Z]/.test(part) ? part : (casing.get(part) ?? part)));
  const path = operation.requests[0]?.path ?? "/";
  const at = findVerb(parts, lastSegment(path));
  const subject = operation.subject?.name.split(".").at(-1) ?? "";
  const resource = takeCasing(parts[at - 1] ?? parts[0] ?? "resource", subject);
  const prefix = parts.slice(0, Math.max(0, at - 1));
  const rest = parts.slice(at);
  const bare = phrase(rest, resource, kind, operation);
  // A path of one segment is the service's root object, whose properties each area documents on a page of its own.
  const isRoot = path.split("/").length === 2 && !path.includes("{") && (kind === "get" || kind === "update");
  const area = pascalCase(prefix.slice(prefix.length > 1 ? 1 : 0).join("-"));
  const name = isRoot && area !== "" ? `${bare}${area}` : bare;
  return { resource, name, qualified: qualify(name, prefix, rest, resource, kind, operation) };
}

/** An area goes before the resource; a part of a resource is named as one: `createMessageOfChat`. */
function qualify(
  name: string,
  prefix: readonly string[],
  rest: readonly string[],
  resource: string,
  kind: OperationKind,
  operation: OperationFacts,
): string {
  if (prefix.length > 0) return phrase(rest, `${camelCase(prefix.join("-"))}${upperFirst(resource)}`, kind, operation);
  const [first = "get", ...tail] = rest;
  if (tail.length === 0) return name;
  return DOING.test(first)
    ? `${phrase([first], pluralize.singular(camelCase(tail.join("-"))), kind, operation)}Of${upperFirst(resource)}`
    : name;
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

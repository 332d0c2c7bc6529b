import { plural } from "../../util/plural.ts";
import { lastSegment } from "../../util/paths.ts";
import { singular } from "../../util/singular.ts";
import { camelCase, splitWords } from "../../util/words.ts";
import type { OperationKind } from "../model.ts";
import { elementOf, memberOf, membersOf } from "./element.ts";
import { join, namedPart } from "./noun-phrase.ts";
import type { StatedOperation } from "./stated-operation.ts";
import { subjectName, type NameWords } from "./split-name.ts";

/** What a request gets or changes, after its verb: `userMessages` for `user-list-messages`. */
export function requestObject({ resource, rest }: NameWords, kind: OperationKind, operation: StatedOperation): string {
  const noun = partWords(rest, kind, operation);
  const verb = verbOf(rest[0] ?? "", kind);
  if (noun.length === 0)
    return verb === "list" ? membersOf(resource, operation) : memberOf(elementOf(resource, operation), operation);
  return segmentOf(operation, [...noun, resource]) ?? namedPart(resource, noun);
}

/** Words behind the verb, in the number of the request: a `member` for `group-delete-members`. */
export function partWords(rest: readonly string[], kind: OperationKind, operation: StatedOperation): readonly string[] {
  const words = splitWords(camelCase(rest.slice(1).join("-")));
  const verb = verbOf(rest[0] ?? "", kind);
  const path = operation.requests[0]?.path ?? "";
  if (verb === "list") return isPluralOf(lastSegment(path), join(words)) ? words.map(pluralLast) : words;
  const isOne = ["create", "add", "remove"].includes(verb) || /\}(?:\/\$\w+)?$/.test(path);
  return isOne ? singularOf(words, subjectName(operation)) : words;
}

/** Verb of a function for the verb of a file name. */
export function verbOf(word: string, kind: OperationKind): string {
  switch (word.toLowerCase()) {
    case "post":
      return kind === "addReference" ? "add" : kind === "setReference" ? "set" : "create";
    case "delete":
      return kind === "removeReference" ? "remove" : "delete";
    case "put":
      return kind === "setReference" ? "set" : kind === "update" ? "update" : "replace";
    case "patch":
      return "update";
    case "list":
      return kind === "get" ? "get" : "list";
    default:
      return word.toLowerCase();
  }
}

/** The word whose singular is the type of the page, otherwise the last one: `timesOff` → `timeOff`. */
function singularOf(words: readonly string[], subject: string): readonly string[] {
  const forms = words.map((_, at) => words.map((word, index) => (index === at ? singular(word) : word)));
  const isSubject = (form: readonly string[], at: number) =>
    form[at] !== words[at] && form.join("").toLowerCase() === subject.toLowerCase();
  return forms.find(isSubject) ?? forms.at(-1) ?? words;
}

function pluralLast(word: string, index: number, words: readonly string[]): string {
  return index === words.length - 1 ? plural(word) : word;
}

function isPluralOf(segment: string, word: string): boolean {
  return segment.toLowerCase() !== word.toLowerCase() && singular(segment).toLowerCase() === word.toLowerCase();
}

/** Name of the last segment if a file name has its words in another order: `sites-list-followed`, `/followedSites`. */
function segmentOf({ requests }: StatedOperation, words: readonly string[]): string | null {
  const last = lastSegment(requests[0]?.path ?? "");
  const forms = [words, words.map(pluralLast)].map((form) => form.join("").toLowerCase());
  return forms.includes(last.toLowerCase()) ? last : null;
}

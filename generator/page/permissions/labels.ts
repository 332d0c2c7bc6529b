import type { Phrase } from "../../markdown/model.ts";
import { isScope } from "./scopes.ts";

/** Part of a cell: the permissions of one resource or case. */
export interface CellPart {
  /** `user` of `For **user** resource: User.Read`, or null for text without a label. */
  readonly resource: string | null;
  readonly text: string;
}

interface LabelledWords {
  readonly resource: string | null;
  readonly words: string[];
  /** Lines without a label belong to it. */
  isOpen: boolean;
}

/** Words before a colon that name no resource. */
const REMARK = /^(?:note|notes|important|tip|caution|warning|remarks?|todo|tbd)$/i;
const CONNECTIVE = /^(?:and|or|also|plus|either|in addition|additionally)$/i;

/** A word that joins the permissions before and after it. */
const JOINT = /^(?:and|or|plus|with|together|in|\+|&)$/i;

/** Splits a cell into the permissions of each resource that it labels. */
export function labelledParts(cell: Phrase): readonly CellPart[] {
  let part: LabelledWords = { resource: null, words: [], isOpen: true };
  const parts = [part];
  for (const line of linesOf(cell)) {
    if (!part.isOpen) parts.push((part = { resource: null, words: [], isOpen: true }));
    if (isNewItem(part.words, line)) part.words.push(",");
    for (const word of line) {
      part.words.push(word);
      const label = word.endsWith(":") ? takeLabel(part.words) : null;
      if (label === null || REMARK.test(label) || CONNECTIVE.test(label)) continue;
      parts.push((part = { resource: resourceOf(label), words: [], isOpen: false }));
    }
    // A label on its own line applies to all lines below it, and a label before permissions only to its own line.
    if (part.words.length === 0) part.isOpen = true;
  }
  return merged(parts.map(({ resource, words }) => ({ resource, text: words.join(" ") })));
}

/** Whether a line of permissions begins another item of the list: it does not continue the words before it. */
function isNewItem(before: readonly string[], line: readonly string[]): boolean {
  if (!hasScope(before) || !hasScope(line)) return false;
  return ![before.at(-1) ?? "", line[0] ?? ""].some((word) => JOINT.test(word));
}

function hasScope(words: readonly string[]): boolean {
  return words.some((word) => isScope(word.replace(/[^\w]{1,20}$/, "")));
}

/** Removes the words of a label from the end of the text before it. */
function takeLabel(words: string[]): string {
  let start = words.length - 1;
  while (start > 0 && isWithinLabel(words[start - 1] ?? "")) start--;
  return words
    .splice(start)
    .join(" ")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/:$/, "");
}

function isWithinLabel(word: string): boolean {
  return !/[,;.:|]$/.test(word) && !isScope(word.replace(/[^\w]{1,20}$/, ""));
}

/** Resource that a label such as `For **user** resource` names. */
export function resourceOf(label: string): string {
  const name = label
    .replace(/^for (?:the )?/i, "")
    .replace(/\s{1,5}resources?$/i, "")
    .trim();
  return name === "" ? label : name;
}

/** Words of each line without footnote marks; layout elements such as `<br>` end a line. */
function linesOf(cell: Phrase): readonly (readonly string[])[] {
  const lines: string[] = [""];
  for (const token of cell.tokens) {
    if (token.kind === "break") lines.push("");
    else if (token.kind === "text" && token.style === "superscript") continue;
    else lines.push(`${lines.pop() ?? ""}${token.text}`);
  }
  return lines
    .map((line) =>
      line
        .replace(/[\u200B\u2060\uFEFF]/g, "")
        .split(/\s+/)
        .filter((word) => word !== ""),
    )
    .filter((line) => line.length > 0);
}

/** Joins the parts of each resource and drops parts without text, unless there is no other part. */
function merged(parts: readonly CellPart[]): readonly CellPart[] {
  const texts = new Map<string | null, string[]>();
  for (const { resource, text } of parts) {
    const own = texts.get(resource);
    if (own !== undefined && text !== "") own.push(text);
    else if (text !== "") texts.set(resource, [text]);
  }
  if (texts.size === 0) return [{ resource: null, text: "" }];
  return [...texts].map(([resource, own]) => ({ resource, text: own.join(", ") }));
}

/** Joins the names of a resource and of its cases; null if there are none. */
export function joinResources(...names: readonly (string | null)[]): string | null {
  const stated = [...new Set(names.filter((name) => name !== null && name !== ""))];
  return stated.length === 0 ? null : stated.join(", ");
}

import { cellPrimitive } from "./primitives.ts";

/** The name in a documented type, and what the words around it state. */
export interface TypeText {
  readonly name: string;
  readonly collection: boolean;
  /** Null if the text does not state it. */
  readonly nullable: boolean | null;
}

/** A form of words around a type; the first group contains the rest. */
interface Form {
  readonly pattern: RegExp;
  readonly states?: Partial<TypeText>;
}

const COLLECTION: Partial<TypeText> = { collection: true };
const NULLABLE: Partial<TypeText> = { nullable: true };
const NOTE = "(?:optional|required|read-?only)";

/** Stands for a link, whose own words are not words around the type. */
export const LINKED = "LinkedType";

/** Longer text is a description; the patterns are not applied to it. */
export const LONGEST = 300;

const FORMS: readonly Form[] = [
  { pattern: /^[*_`"'\s]+(.*)$/ },
  { pattern: /^(.*?)[*_`"'.,;:\s–-]+$/ },
  { pattern: /^\(([^()]*)\)$/ },
  // A mark of a footnote.
  { pattern: /^(.*\w)\s*(?:[¹²³⁴-⁹]+|\[\^?\d+\])$/ },
  { pattern: /^nullable\s*[(<]\s*(.*?)\s*[)>]?$/i, states: NULLABLE },
  { pattern: /^(?:not |non-?)nullable\s+(.+)$/i, states: { nullable: false } },
  { pattern: /^nullable[\s,:]+(.+)$/i, states: NULLABLE },
  { pattern: /^(.*[^\s,;(–-])[\s,;(–-]+(?:not |non-?)nullable\)?$/i, states: { nullable: false } },
  { pattern: /^(.*[^\s,;(–-])[\s,;(–-]+nullable\)?$/i, states: NULLABLE },
  { pattern: /^(.*\S)\s*(?:\bor|\||\/)\s*null$/i, states: NULLABLE },
  { pattern: /^([\w.]+)\?$/, states: NULLABLE },
  { pattern: new RegExp(String.raw`^\(?${NOTE}\)?[\s,:–-]+(.+)$`, "i") },
  { pattern: new RegExp(String.raw`^(.*[^\s,;(–-])[\s,;(–-]+${NOTE}\)?$`, "i") },
  { pattern: /^(?:collection|list|array|set)\s*[(<]\s*(?:of\s+)?(.*?)\s*[)>]?$/i, states: COLLECTION },
  { pattern: /^(?:an?\s+)?(?:collection|list|array|set)\s+of\s+(?:the\s+)?(.+)$/i, states: COLLECTION },
  { pattern: /^(?:collection|list|array)\s*[:–-]\s*(.+)$/i, states: COLLECTION },
  { pattern: /^collection\s+(\S+)$/i, states: COLLECTION },
  { pattern: /^(.*\S)\s+(?:collections?|array)$/i, states: COLLECTION },
  { pattern: /^(.*[^\s,;(–-])[\s,;(–-]+(?:collection|list|array)\)$/i, states: COLLECTION },
  { pattern: /^(.*[^\s,;–-])\s*[,;–-]\s*collection$/i, states: COLLECTION },
  // A sentence may follow in the same cell.
  { pattern: /^([\w.]+)\s+collection\.\s.+$/i, states: COLLECTION },
  { pattern: /^(.*\S)\s*\[\]$/, states: COLLECTION },
];

/**
 * Separates the name of a type from the words around it, such as `collection of`, `[]`, `nullable` or `(optional)`.
 *
 * @param text a documented type without links
 */
export function readTypeText(text: string): TypeText {
  let found: TypeText = { name: text.replace(/\s+/g, " ").trim(), collection: false, nullable: null };
  if (text.length > LONGEST) return found;
  // Each step removes characters, so the loop ends.
  for (;;) {
    const next = isWhole(found.name) ? null : peel(found);
    if (next === null) return found;
    found = next;
  }
}

/** Some names of primitives contain words that have a meaning of their own. */
function isWhole(name: string): boolean {
  return cellPrimitive(name) !== null;
}

function peel(found: TypeText): TypeText | null {
  for (const { pattern, states } of FORMS) {
    const rest = pattern.exec(found.name)?.[1];
    if (rest !== undefined) return { ...found, ...states, name: rest.trim() };
  }
  // The name of a type may end with the word.
  const listed = /^(\S+)\s+list$/i.exec(found.name)?.[1];
  if (listed === undefined || !(isWhole(listed) || listed === LINKED)) return null;
  return { ...found, ...COLLECTION, name: listed };
}

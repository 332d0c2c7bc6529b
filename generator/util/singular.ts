import pluralize from "pluralize";
import { splitWords } from "./words.ts";

/** English plurals do not end in these letters, so the rules are not needed for most words. */
const NOT_PLURAL = /[bcdfgjklopqruvwz]$/i;

/** Two nouns that go together, such as `termsAndConditions`, are one thing in the plural. */
const PAIR = /And\p{Lu}/u;

/**
 * Singular of an English noun or of the last word of a name: `policies` → `policy`, `chartSeries` → `chartSeries`.
 *
 * @param word a word, in the singular or in the plural
 * @returns the singular; the word itself if it is not a plural
 */
export function singular(word: string): string {
  if (NOT_PLURAL.test(word) || PAIR.test(word)) return word;
  if (/^[a-z]+$/.test(word)) return pluralize.singular(word);
  const last = splitWords(word).at(-1) ?? "";
  return word.endsWith(last) ? `${word.slice(0, word.length - last.length)}${pluralize.singular(last)}` : word;
}

import pluralize from "pluralize";
import { splitWords } from "./words.ts";

/**
 * Plural of an English noun or of the last word of a name: `policy` → `policies`. An abbreviation takes a lowercase
 * `s`: `windowsMobileMSI` → `windowsMobileMSIs`.
 */
export function plural(word: string): string {
  if (/\p{Lu}$/u.test(word)) return `${word}s`;
  const last = splitWords(word).at(-1) ?? "";
  return word.endsWith(last) ? `${word.slice(0, word.length - last.length)}${pluralize.plural(last)}` : word;
}

import pluralize from "pluralize";

/** English plurals do not end in these letters, so the rules are not needed for most words. */
const NOT_PLURAL = /[bcdfgjklopqruvwz]$/i;

/**
 * Singular of an English noun: `policies` → `policy`.
 *
 * @param word a word, in the singular or in the plural
 * @returns the singular; the word itself if it is not a plural
 */
export function singular(word: string): string {
  return NOT_PLURAL.test(word) ? word : pluralize.singular(word);
}

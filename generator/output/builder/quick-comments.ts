/** At the beginning of a line of a comment. */
const SEE = /^((?:[ \t]*\/\*\*|[ \t]*\*) )@see(?= )/gm;
const LINK = /\{@link (\w+)\}/g;

/**
 * Rewrites the tags that make a compiler parse a comment: it skips all others but those with `@see` or `@link`, whose
 * names it checks. For a program with two calls these were a quarter of the time that the package's types took. Editors
 * show any tag alike.
 *
 * @param text declaration file
 * @returns the same lines, so that places in them stay
 */
export function quickComments(text: string): string {
  return text.replace(SEE, "$1@reference").replace(LINK, "`$1`");
}

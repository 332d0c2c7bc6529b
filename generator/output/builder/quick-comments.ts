/** The tag `@see` at the beginning of a line of a comment. */
const SEE = /^((?:[ \t]*\/\*\*|[ \t]*\*) )@see(?= )/gm;
const LINK = /\{@link (\w+)\}/g;

/**
 * Rewrites the tags `@see` and `@link`. The compiler parses only comments that contain one of them, to check the names;
 * in a program with two calls, that was a quarter of the time spent on the types of the package. Editors show other
 * tags in the same way.
 *
 * @param text text of a declaration file
 * @returns the text with the same lines, so that line numbers stay valid
 */
export function quickComments(text: string): string {
  return text.replace(SEE, "$1@reference").replace(LINK, "`$1`");
}

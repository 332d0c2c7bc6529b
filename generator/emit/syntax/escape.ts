/**
 * Characters that are never written unescaped: control characters, line separators, zero-width characters and
 * direction marks. They would end a line, or make the text look different from what the compiler parses.
 */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Whether a string is a valid property name without quotes. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

function unicodeEscape(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}

/**
 * Writes text as a double-quoted string literal.
 *
 * @returns a literal that is valid in code and inside a block comment
 */
export function stringLiteral(text: string): string {
  // `JSON.stringify` does not escape all of these. Unescaped, `*/` would end a comment that contains the literal.
  return JSON.stringify(text).replace(HIDDEN, unicodeEscape).replaceAll("*/", "*\\/");
}

/** Writes a property name, quoted if it is not an identifier. */
export function propertyName(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

/**
 * Writes the key of an object literal.
 *
 * @returns the property name, or a computed key if the plain name would set the prototype
 */
export function objectKey(name: string): string {
  return name === "__proto__" ? `["__proto__"]` : propertyName(name);
}

/**
 * What tools follow anywhere in a comment: bundlers leave out calls of a function after `#__NO_SIDE_EFFECTS__`, the
 * compiler imports the runtime that `@jsxImportSource` names, and Node.js reads the source map at `//# sourceMappingURL=`.
 */
const FOLLOWED = [
  /(?<=[#@])_(?=_[A-Z_]+__)/g,
  /(?<=@)j(?=sx(?:frag|importsource|runtime)?(?:\s|$))/gi,
  /(?<=\/[/*])#(?=\s+sourceMappingURL=)/g,
];

/**
 * Escapes the first character of what a tool would follow in a comment.
 *
 * @param escape writes the character, as the text around it allows
 */
function escapeFollowed(text: string, escape: (character: string) => string): string {
  return FOLLOWED.reduce((escaped, pattern) => escaped.replace(pattern, escape), text);
}

/**
 * Escapes code for a comment with Markdown. What would open a tag, a link or a code span, or what a tool would follow,
 * occurs only in string literals.
 */
export function commentCode(text: string): string {
  return escapeFollowed(text, unicodeEscape).replace(/`|(?<=[\s{])@/g, unicodeEscape);
}

/** Compilers parse an `@` at the start of a line, and one of a word after a space or a brace, as a tag, even in code spans. */
function escapeTags(line: string): string {
  return line.replace(/^\s*@|(?<=[\s{*])@(?=\S)/g, (sign) => `${sign.slice(0, -1)}\\@`);
}

/**
 * Escapes prose of a page for a JSDoc comment.
 *
 * @param text one or more lines of Markdown
 * @returns lines without hidden characters, comment ends or tags
 */
export function commentText(text: string): string {
  const lines = text.replace(LINE_BREAK, "\n").split("\n");
  const clean = lines.map((line) => line.replace(/\t/g, " ").replace(HIDDEN, "").trimEnd().replaceAll("*/", "*\\/"));
  const escaped = clean.map((line) => escapeFollowed(escapeTags(line), (character) => `\\${character}`));
  return escaped.join("\n").trim();
}

/** Escapes prose as a single line, for a table cell or a tag. */
export function commentLine(text: string): string {
  return commentText(text.replace(/\s+/g, " "));
}

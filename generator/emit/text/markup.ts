import { changeOutsideCode } from "./sentences.ts";

const IMAGE = /!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?/g;
const ALERT = /\[!\w+\]\s?/g;
const FOOTNOTE = /\[\^[^\]\n]+\]:?|(?<=\S)[¹²³⁴⁵⁶⁷⁸⁹]+(?=[\s.,;:)]|$)/g;
/** A link whose definition is missing. */
const REFERENCE = /\[([^\]\n]+)\]\[[^\]\n]*\]/g;
/** A run of characters with an element such as `<name>`, an asterisk, a backslash, or a word with `@`. */
const CODE_RUN = /[^\s`(]*(?:<\/?[a-z][^<>\n]*>|\*{3,}|\*[^\s*`,)]|\w\\[\w.])[^\s`,;)]*|(?<=^|[\s(])@[\w-][\w.-]*/gi;
/** An asterisk that an author left before code. */
const STRAY = /(?<=^|[\s(])\*(?=`)/g;
/** Punctuation at the end of a run, which is not part of the code. */
const RUN_END = /[.,;:!?)\]"”]+$/;

/**
 * Removes Markdown that has no meaning in a comment, and writes what an editor would hide or show as markup as code.
 *
 * @param text Markdown of a page
 */
export function withoutMarkup(text: string): string {
  return changeOutsideCode(text.replace(IMAGE, "").replace(STRAY, ""), (part) =>
    part
      .replace(ALERT, "")
      .replace(FOOTNOTE, "")
      .replace(REFERENCE, "$1")
      .replace(CODE_RUN, (run) => {
        const end = RUN_END.exec(run)?.[0] ?? "";
        return `\`${run.slice(0, run.length - end.length)}\`${end}`;
      }),
  );
}

import { changeOutsideCode } from "./sentences.ts";

/** Emphasized text as `toMarkdown` writes it: `**strong**` or `_emphasis_`. */
const EMPHASIS = /\*\*(?=\S)([^*\n]*?\S)\*\*|(?<![\w`])_(?=[^\s_])([^_\n]*?[^\s_])_(?!\w)/g;

/** A line in bold that is not a sentence: a heading, which a comment does not need. */
const HEADING = /^\*\*[^*\n]{0,60}[^*\n.:!?]\*\*$/gm;

/** A word, its punctuation, and the ending of a possessive. */
const WORD = /^([@$]?\w[\w.@$-]*?)((?:['’]s)?[.,:;]?)$/;
/** Capitals, digits or marks inside a word, as names of code have them. */
const CODE_LIKE = /^[@$]|[a-z\d][A-Z]|\w[._@$]\w|[a-z]\d|\w_\w/;
/** Words in bold are names; words in italics are terms, except for literals. */
const NAME = /^[a-z]{2,}$/;
const LITERAL = /^(?:true|false|null)$/;
/** Words that authors emphasize for their meaning; other words without a capital are names of the API. */
const STRESSED = new Set(
  `a all also always an and any are at both but can cannot cant deprecated do does each either every exclusively first if
   in is last may more most must never new no not of on one only optional or out per recommended required same should
   than then this to two will with within without`.split(/\s+/),
);

/**
 * Replaces emphasis by what an author of comments writes: names as code, other words without marks. Authors of pages
 * emphasize the names of properties, types and values.
 *
 * @param text Markdown of a page
 */
export function withoutEmphasis(text: string): string {
  return changeOutsideCode(text.replace(HEADING, ""), (part) =>
    part.replace(EMPHASIS, (_, strong?: string, emphasis?: string) =>
      strong === undefined ? plainOrCode(emphasis ?? "", LITERAL) : plainOrCode(strong, NAME),
    ),
  );
}

function plainOrCode(text: string, code: RegExp): string {
  const [, word = "", rest = ""] = WORD.exec(text) ?? [];
  const isCode = CODE_LIKE.test(word) || (code.test(word) && !STRESSED.has(word));
  return isCode ? `\`${word}\`${rest}` : text;
}

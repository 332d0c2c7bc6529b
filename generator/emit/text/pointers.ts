// Removes what points at parts of a page that a comment does not contain: "See the table below."

import { sentencesOf } from "./sentences.ts";

const NOUN = "(?:tables?|sections?|examples?|notes?|figures?|diagrams?|snippets?)";
const WORDS = "(?:[\\w-]+ ){0,3}?";
const END = "(?=[\\s.,;:)]|$)";
/** End of a clause, so that "displayed below the icon" is not a place on the page. */
const CLAUSE_END = "(?=[.,;:)]|\\s(?:or|and|when|if|to)\\b|\\s*$)";

/** A place that the words themselves locate: "the following table", "the type below", "the Permissions section". */
const PLACE = [
  `(?:the |this |an? )?(?:following|next(?! to\\b)|previous|preceding|above) ${WORDS}(?:${NOUN}|lists?)${END}`,
  `(?:the |this |an? )?${WORDS}(?:${NOUN}|lists?|types?|definitions?)(?: \\d+)? (?:below|above)${CLAUSE_END}`,
  `(?:the )?(?:\\w+ ){1,2}sections?(?: of this (?:topic|article|page))?${CLAUSE_END}`,
  `(?:below|above)${CLAUSE_END}`,
].join("|");
/** A place if "see" is before it: "see example 1", "see the table". */
const SEEN = `(?:the |this |an? )?${WORDS}${NOUN}(?: \\d+(?:(?:,| and|, and) (?:examples? )?\\d+)*)?`;
const STATED =
  "(?:shown|described|listed|mentioned|noted|explained|seen|documented|indicated|outlined|given|displayed)";

/** Sentences that only point at a place. */
const ONLY_POINTERS = [
  new RegExp(
    `^(?:note:? |please |you can )*(?:also )?(?:see|refer to)\\b(?: (?:below|above)\\b|[^.]*?\\b(?:${PLACE}|${SEEN}${END}))`,
    "i",
  ),
  new RegExp(`^(?:for|to)\\b[^.;]*?,? (?:please )?(?:see|refer to) (?:${PLACE}|examples? \\d)`, "i"),
  /^(?:the|this)? ?(?:following|next|previous|preceding|above) (?:tables?|sections?|examples?|figures?)\b/i,
  /^the (?:\w+ )?tables? (?:below|above|in the \w+ section)\b/i,
  /^the following (?:are|is|lists?|shows?|describes?)\b/i,
  new RegExp(`\\b(?:is|are|be|been) (?:also )?(?:${STATED} )?(?:in |by |on )?(?:${PLACE})[.!]?$`, "i"),
];

/** Parts of sentences that point at a place. */
const CLAUSES = [
  new RegExp(`(?:\\s*[,;(]\\s*|\\s+)(?:and |as )*${STATED} (?:in |by |on )?(?:${PLACE})\\)?`, "gi"),
  new RegExp(`\\s*[,;(]\\s*(?:please |also )*(?:see|refer to) (?:also )?(?:${PLACE}|${SEEN}${CLAUSE_END})\\)?`, "gi"),
  new RegExp(`\\s+(?:from|in) the (?:${WORDS}tables? (?:below|above)|(?:following|above|next) tables?)${END}`, "gi"),
  /\s+(?:with|using|by) the following (?:query|request|code|URL|syntax|command|call)s?(?=[.:]|$)/gi,
];

/** Sentences about the page itself. */
const ABOUT_PAGE =
  /^this (?:topic|article|page|section|document) (?:provides|describes|contains|lists|shows|explains|is)\b/i;

/**
 * Removes what points at tables, examples and sections of the page.
 *
 * @param line a line of prose
 * @param introduces whether the line introduces a list or table that follows it in the comment
 * @returns the rest of the line; empty if all of it points at a place
 */
export function withoutPointers(line: string, introduces: boolean): string {
  const sentences = sentencesOf(line);
  const shown = sentences.map((sentence, index) => {
    const isIntroduction = introduces && index === sentences.length - 1;
    return isIntroduction ? sentence : withoutPointer(sentence);
  });
  return shown.filter((sentence) => sentence !== "").join(" ");
}

function withoutPointer(sentence: string): string {
  // A link is a place that the reader can open.
  const hasLink = sentence.includes("](");
  if (!hasLink && [ABOUT_PAGE, ...ONLY_POINTERS].some((pattern) => pattern.test(sentence))) return "";
  const rest = CLAUSES.reduce((text, clause) => text.replace(clause, ""), sentence);
  return rest !== sentence && /^\W*$|\b(?:is|are|be|the|of|in|see)[.!]?$/i.test(rest) ? "" : rest;
}

import { prose, type Doc } from "./doc.ts";

/** Ends of sentences; a dot inside a word or before a small letter is none. */
const SENTENCE_END = /(?<=[.!?])\s+(?=["'`*_[(]*[A-Z])/;

/** What a sentence says to readers of the page: to write a body, or where on the page its members stand. */
const INSTRUCTIONS = [
  /^(?:in|include|using|when using|use|provide|supply|specify|you)\b.*\b(?:request body|body of the request|JSON)\b/i,
  /^(?:the|this)\b.*\b(?:request body|body of the request)\b.*\b(?:parameters|properties|representation|object)\b/i,
  /\b(?:the following|below|in the table)\b/i,
  /\b(?:are|is)$/,
];

function isInstruction(sentence: string): boolean {
  return INSTRUCTIONS.some((pattern) => pattern.test(sentence));
}

/** A paragraph without its instructions. Lists and tables stay as they are. */
function facts(paragraph: string): string {
  if (/^\s*(?:[-*+|]|\d+\.)\s/m.test(paragraph)) return paragraph;
  const sentences = paragraph.split(SENTENCE_END);
  return sentences.filter((sentence) => !isInstruction(sentence.trim())).join(" ");
}

/**
 * Documents the body of a request: whose it is, and what its page says of it besides telling its reader to send one.
 *
 * @param operation name of the request function
 * @param description the page's text above the table of the body
 */
export function bodyDoc(operation: string, description: string): Doc {
  const stated = description.split(/\n{2,}/).map(facts);
  return prose(`Body of \`${operation}\`.`, ...stated);
}

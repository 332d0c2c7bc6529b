import { prose, type Doc } from "../syntax/doc.ts";
import { sentencesOf } from "./sentences.ts";

/** Sentences that instruct the reader of the page: to supply a body, or to look at the table below. */
const INSTRUCTIONS = [
  /^(?:in|include|using|when using|use|provide|supply|specify|you)\b.*\b(?:request body|body of the request|JSON)\b/i,
  /^(?:the|this)\b.*\b(?:request body|body of the request)\b.*\b(?:parameters|properties|representation|object)\b/i,
  /\b(?:the following|below|in the table)\b/i,
  /\b(?:are|is)$/,
];

function isInstruction(sentence: string): boolean {
  return INSTRUCTIONS.some((pattern) => pattern.test(sentence));
}

/** A paragraph without its instructions. Lists and tables are unchanged. */
function withoutInstructions(paragraph: string): string {
  if (/^\s*(?:[-*+|]|\d+\.)\s/m.test(paragraph)) return paragraph;
  return sentencesOf(paragraph)
    .filter((sentence) => !isInstruction(sentence.trim()))
    .join(" ");
}

/**
 * Documents the body of a request: the function it belongs to, and the text of its page without instructions.
 *
 * @param operation name of the request function
 * @param description the page's text above the table of the body
 */
export function bodyDoc(operation: string, description: string): Doc {
  const paragraphs = description.split(/\n{2,}/).map(withoutInstructions);
  return prose(`Body of \`${operation}\`.`, ...paragraphs);
}

/** Ends of sentences. A dot inside a word, before a lowercase letter or of an abbreviation does not end one. */
const SENTENCE_END = /(?<=[.!?][)"”]?)(?<!\b(?:e\.g|i\.e|etc|vs)\.)\s+(?=["'“_[(]*[A-Z]|[`*]+[A-Za-z])/;

/** Splits a line of prose into sentences. */
export function sentencesOf(line: string): readonly string[] {
  return line.split(SENTENCE_END);
}

/** Changes the text outside of code spans and links. */
export function changeOutsideCode(text: string, change: (text: string) => string): string {
  // The capturing group makes `split` return the spans at the odd indexes.
  return text
    .split(/(`[^`\n]+`|\]\([^\s()]+(?:\([^\s()]*\)[^\s()]*)*\))/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");
}

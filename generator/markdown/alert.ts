import { type AlertBlock, type Phrase, type Token, makePhrase } from "./model.ts";

const MARKER = /^\s*(?:\[!(\w+)\]|(note|tip|important|caution|warning)\s*:)\s*/i;

/**
 * Recognizes the alerts of the dialect, `[!NOTE]`, `**Note:**` and `Note:`, in the first phrase of a block quote.
 *
 * @param phrases paragraphs of a block quote
 * @returns the level and the phrases without the marker
 */
export function readAlert(phrases: readonly Phrase[]): Pick<AlertBlock, "level" | "phrases"> {
  const [first, ...rest] = phrases;
  const match = first === undefined ? null : MARKER.exec(first.text);
  const word = (match?.[1] ?? match?.[2] ?? "").toLowerCase();
  if (first === undefined || match === null || !isLevel(word)) return { level: "quote", phrases };
  const body = makePhrase(dropStart(first.tokens, match[0].length), first.place);
  return { level: word, phrases: body.text === "" ? rest : [body, ...rest] };
}

function isLevel(word: string): word is Exclude<AlertBlock["level"], "quote"> {
  return ["note", "tip", "important", "caution", "warning"].includes(word);
}

/** Removes the first characters of the plain text from the tokens. */
function dropStart(tokens: readonly Token[], length: number): readonly Token[] {
  const rest: Token[] = [];
  let left = length;
  for (const token of tokens) {
    if (left <= 0 || token.kind !== "text") {
      if (left <= 0) rest.push(token);
      continue;
    }
    const text = rest.length === 0 && left === length ? token.text.trimStart() : token.text;
    if (text.length > left) rest.push({ ...token, text: text.slice(left) });
    left -= text.length;
  }
  return rest;
}

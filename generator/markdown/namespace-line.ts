import { nearestNames } from "../util/nearest.ts";
import { makePhrase, type NamespaceLine, type Phrase, type Token } from "./model.ts";

/** A word or two, a colon or what is written in its place, and the rest of the line. */
const LINE = /^\s*([A-Za-z]{1,20}(?: [A-Za-z]{1,20})?)\s*([:：;=–-])\s*(\S[^\n]*)(?:\n|$)/;
const NAME = /^[*_`]*([A-Za-z_]\w*(?:\.\w+)*)[*_`.]*$/;

/** A line that states a namespace. */
export interface FoundNamespace {
  /** The namespace; null if the line does not state one that can be read. */
  readonly line: NamespaceLine | null;
  /** What the line states. */
  readonly stated: string;
  /** The phrase without the line. */
  readonly left: Phrase;
}

/**
 * Reads `Namespace: microsoft.graph`, also with marks, another case, another separator or a misspelt first word, at the
 * beginning of a phrase.
 *
 * @returns null if the phrase does not begin with such a line
 */
export function readNamespaceLine(phrase: Phrase): FoundNamespace | null {
  const match = LINE.exec(phrase.tokens.map(rawText).join(""));
  if (match === null) return null;
  const [whole, word = "", separator, rest = ""] = match;
  const stated = rest.trimEnd();
  const isNamed = word.toLowerCase() === "namespace" && separator === ":";
  const name = NAME.exec(stated)?.[1] ?? null;
  if (!isNamed && (name?.includes(".") !== true || !isNearNamespace(word))) return null;
  const line = name === null ? null : { name, place: phrase.place };
  return { line, stated, left: makePhrase(dropText(phrase.tokens, whole.length), phrase.place) };
}

function isNearNamespace(word: string): boolean {
  return nearestNames(word.replace(" ", ""), ["namespace"]).length > 0;
}

function rawText(token: Token): string {
  return token.kind === "break" ? "\n" : token.text;
}

/** Removes the first characters of tokens. */
function dropText(tokens: readonly Token[], length: number): readonly Token[] {
  let rest = length;
  return tokens.flatMap((token) => {
    const text = rawText(token);
    const dropped = Math.min(rest, text.length);
    rest -= dropped;
    if (dropped === text.length && text !== "") return [];
    return dropped === 0 || token.kind === "break" ? [token] : [{ ...token, text: text.slice(dropped) }];
  });
}

import { type Phrase, makePhrase, plainPhrase } from "../../markdown/model.ts";
import type { PropertyFacts, TypeExpression } from "../model.ts";
import { parseTypeExpression } from "./type-expression.ts";

/** Facts that the remarks of a description state. */
export type Remarks = Pick<
  PropertyFacts,
  "readOnly" | "required" | "nullable" | "key" | "deprecated" | "default" | "inheritedFrom"
>;

const READ_ONLY =
  /(?:^|[.;,:(][)"']?\s*|\b(?:is|are|property|is an?)\s+)read[- ]?only\s*(?:$|[.;,)]|\s(?:and|property|attribute|nullable|not|key)\b)/i;
const REQUIRED =
  /(?:^|[.;:(]\s*)\**required\**(?:\s+(?:on|for)\s+creat(?:e|ion))?\s*(?:$|[.;)])|\b(?:this )?(?:property|parameter|value|field) is required\s*(?:$|[.;])/i;
const NOT_NULLABLE = /\b(?:not|non)[- ]?nullable\b|\bcannot be null\b|\bcan't be null\b/i;
const NULLABLE = /(?:^|[.;,(]\s*)nullable\s*(?:$|[.;,)])/i;
const KEY = /(?:^|[.;]\s*)(?:(?:the\s+)?(?:primary\s+)?key(?:\s+of\s+the\s+[\w\s]{1,40})?|unique key)\s*(?:$|[.;,])/i;
const DEPRECATED =
  /(?:^\s*[[(]?deprecated\b|\b(?:is|are|been|be|was|property)\s+(?:now\s+)?(?:deprecated|obsolete)\b)/i;
const DEFAULT =
  /\bdefault(?:s| value)?(?: setting)?\s*(?:is|are|to|:|=)\s*(?:set to\s+)?(`[^`]+`|"[^"]+"|'[^']+'|[\w.-]*\w)/i;
const SENTENCE_START = /(?<=[.!])\s+(?=[A-Z[(])/;
/** `` `first` (default) or `second` ``. */
const MARKED_DEFAULT = /(`[^`]+`)\s*\((?:the )?default(?: value)?\)/i;

/**
 * Reads the remarks of a description: `Read-only.`, `Required.`, `Nullable.`, `Key.`, deprecation, default,
 * `Inherited from [x](x.md)`.
 *
 * @param phrase a description cell
 * @param markdown the same cell as Markdown, which preserves the backticks of a default
 */
export function readRemarks(phrase: Phrase, markdown: string): Remarks {
  const { text } = phrase;
  return {
    readOnly: READ_ONLY.test(text),
    required: REQUIRED.test(text),
    nullable: NOT_NULLABLE.test(text) ? false : NULLABLE.test(text) ? true : null,
    key: KEY.test(text),
    deprecated: deprecation(text),
    default: (DEFAULT.exec(markdown) ?? MARKED_DEFAULT.exec(markdown))?.[1]?.replace(/^[`"']|[`"']$/g, "") ?? null,
    inheritedFrom: readInheritedFrom(phrase),
  };
}

/** The sentence that announces a deprecation, and the next one if it names a replacement; null if there is none. */
export function deprecation(text: string): string | null {
  const sentences = text.split(SENTENCE_START);
  const index = sentences.findIndex((sentence) => DEPRECATED.test(sentence));
  const [sentence, next = ""] = index === -1 ? [] : sentences.slice(index);
  if (sentence === undefined) return null;
  return /^(?:please\s+)?use\b|\binstead\b/i.test(next) ? `${sentence.trim()} ${next.trim()}` : sentence.trim();
}

/** The first deprecation that any of the texts announces, or null. */
export function firstDeprecation(texts: readonly string[]): string | null {
  return texts.map(deprecation).find((sentence) => sentence !== null) ?? null;
}

/**
 * The sentence that announces the retirement of what a title calls retired: "Upload from a URL (retired)".
 *
 * @param texts texts of the introduction
 * @returns the title if the introduction does not repeat it; null if the title calls nothing retired
 */
export function retirement(title: string, texts: readonly string[]): string | null {
  if (!/[([](?:deprecated|retired|obsolete|discontinued)[)\]]\s*$/i.test(title)) return null;
  const sentences = texts.flatMap((text) => text.split(SENTENCE_START));
  const found = sentences.find((text) => /\b(?:retired|discontinued|obsolete|deprecated)\b/i.test(text));
  return (found ?? title).trim();
}

function readInheritedFrom(phrase: Phrase): TypeExpression | null {
  if (!/\binherit(?:ed|s) (?:from|property)/i.test(phrase.text)) return null;
  for (const [index, token] of phrase.tokens.entries()) {
    if (token.kind !== "text") continue;
    const after = /\binherit(?:ed|s) from\s*(?:the\s+)?([\w.]*)\s*$/i.exec(token.text);
    const next = phrase.tokens[index + 1];
    if (after !== null && after[1] === "" && next !== undefined && next.kind !== "break") {
      return parseTypeExpression(makePhrase([next], phrase.place), phrase.place.file);
    }
    // Without a link, a type is named only at the beginning of a sentence, unlike "inherited from the folder".
    const named = /\bInherit(?:ed|s) from\s+(?:the\s+)?([A-Za-z][\w.]*)/.exec(token.text)?.[1];
    if (named !== undefined) {
      const name = plainPhrase(named.replace(/\.$/, ""), phrase.place);
      return parseTypeExpression(name, phrase.place.file);
    }
  }
  return null;
}

import { type Document, type Phrase, type Token, makePhrase } from "../../markdown/model.ts";
import type { TypeExpression } from "../model.ts";
import { introductionPhrases, sectionsOf } from "../content/sections.ts";
import { upperFirst } from "../../util/words.ts";
import { linkTarget, parseTypeExpression, typeExpressionOf } from "./type-expression.ts";

/** "Inherits from", "is derived from", "extends", "is a derivative of" or "is a subtype of" directly before a link. */
const BASE_BEFORE =
  /(?:\binherits(?:\s+all)?(?:\s+(?:of\s+)?(?:the|its))?(?:\s+\w+){0,3}?\s+(?:from|of)|\binherited\s+from|\bderive[sd]?\s+from|\bextends|\b(?:sub-?type|sub-?class|derivative|specialization|(?:derived|inherited)\s+(?:type|class|resource|entity))\s+(?:of|from)|\bbase\s+type\s+(?:is|of\s+this\s+type\s+is)\s*:?)(?:\s+(?:the|a|an|its|base|abstract|parent|class|type|entity|resource))*\s*$/i;
/** Statements about other types that inherit do not name the base of this type. */
const OTHERS_INHERIT =
  /\b(?:types?|resources?|entities|objects|classes)\s+(?:that|which)\s+(?:inherits?|(?:are\s+)?derived?)\s*(?:from)?\s*$|\bbase\s+(?:type|class)\s+(?:for|of)\b(?!\s+this)/i;
const UNLINKED =
  /\b(?:inherits\s+from|is\s+derived\s+from|derived\s+from|is\s+an?\s+(?:sub-?type|sub-?class|derivative|derived\s+type)\s+(?:of|from)|extends)\s+(?:the\s+)?([a-z][\w.]*\w)\b/i;
/** A name in words without a link: "inherits from the base policy type". */
const IN_WORDS = /\binherits\s+from\s+(?:the\s+|an?\s+)?((?:[a-z]{2,30}\s+){1,3})(?:type|class|resource|entity)\b/i;

/** A paragraph above a table of rows that the base states. */
const INHERITED_ROWS = /\bproperties\s+(?:below\s+)?(?:are|is)\s+inherited\s+from\b/i;

/** Number of tokens before a link to examine; sentences are not longer. */
const NEAR = 12;

/** Finds the base type that a sentence states, in any wording of the dialect. */
export function readStatedBase(document: Document): TypeExpression | null {
  for (const phrase of describingPhrases(document)) {
    const linked = baseLink(phrase);
    if (linked !== null) return linked;
    if (beginsWithOther(phrase)) continue;
    const name = UNLINKED.exec(phrase.text)?.[1];
    if (name !== undefined && !/^(?:a|an|the|its|this|base|abstract|it)$/i.test(name))
      return typeExpressionOf(name, phrase.place);
    const words = IN_WORDS.exec(phrase.text)?.[1];
    if (words !== undefined) return typeExpressionOf(nameOfWords(words), phrase.place);
  }
  return null;
}

/** The name that words give, as "base policy" gives `policyBase`: the names of types end with "Base". */
function nameOfWords(text: string): string {
  const words = text.trim().toLowerCase().split(/\s+/);
  const [first = "", ...others] = words[0] === "base" && words.length > 1 ? [...words.slice(1), "base"] : words;
  return `${first}${others.map(upperFirst).join("")}`;
}

/** The introduction, the paragraphs between the Properties heading and its table, and those that announce inherited rows. */
function describingPhrases(document: Document): readonly Phrase[] {
  const sections = sectionsOf(document, "properties");
  const blocks = sections.slice(0, 1).flatMap((section) => section.blocks);
  const table = blocks.findIndex(({ kind }) => kind === "table");
  const announced = sections
    .flatMap((section) => section.blocks)
    .filter((block) => block.kind === "paragraph" && INHERITED_ROWS.test(block.phrase.text));
  const lead = [...blocks.slice(0, Math.max(0, table)), ...announced];
  return [
    ...introductionPhrases(document),
    ...lead.flatMap((block) => (block.kind === "paragraph" ? [block.phrase] : [])),
  ];
}

function baseLink(phrase: Phrase): TypeExpression | null {
  for (const [index, token] of phrase.tokens.entries()) {
    if (token.kind !== "link" || linkTarget(token.href, phrase.place.file).target === null) continue;
    const before = textBefore(phrase.tokens, index);
    if (isAboutOther(phrase, index, before)) continue;
    const isKindOf = /^an?\s+$/i.test(before) && /^\s+(?:that|which)\b/.test(textAfter(phrase.tokens, index));
    if (isKindOf || (BASE_BEFORE.test(before) && !OTHERS_INHERIT.test(before))) {
      return parseTypeExpression(makePhrase([token], phrase.place), phrase.place.file);
    }
  }
  return null;
}

/** Whether a paragraph or an item of a list begins with a link to another page. */
function beginsWithOther({ tokens, place }: Phrase): boolean {
  const [first, second] = tokens;
  const link = first?.kind === "text" && /^\s*(?:the|an?)\s+$/i.test(first.text) ? second : first;
  return link?.kind === "link" && linkTarget(link.href, place.file).target !== place.file.toLowerCase();
}

/** Whether the sentence is about another type: it begins with a link, as "The [x](x.md) type inherits from [y](y.md)". */
function isAboutOther(phrase: Phrase, index: number, before: string): boolean {
  const start = before.trimStart().replace(/^(?:the|an?)\s+/i, "");
  const own = phrase.place.file.toLowerCase();
  return phrase.tokens.slice(Math.max(0, index - NEAR), index).some((token) => {
    if (token.kind !== "link" || token.text === "" || !start.startsWith(token.text)) return false;
    return linkTarget(token.href, phrase.place.file).target !== own;
  });
}

/** Text between the previous end of a sentence and a token. */
function textBefore(tokens: readonly Token[], index: number): string {
  const near = tokens.slice(Math.max(0, index - NEAR), index);
  const text = near.map((token) => (token.kind === "break" ? " " : token.text)).join("");
  return (
    text
      .replace(/\s+/g, " ")
      .split(/(?<=[a-z)])\.\s/)
      .at(-1) ?? ""
  );
}

function textAfter(tokens: readonly Token[], index: number): string {
  const next = tokens[index + 1];
  return next?.kind === "text" ? next.text : "";
}

import { type Document, type Phrase, type Token, makePhrase } from "../../markdown/model.ts";
import type { TypeExpression } from "../model.ts";
import { introduction, introductionPhrases, sectionsOf } from "../content/sections.ts";
import { linkTarget, parseTypeExpression, typeExpressionOf } from "./type-expression.ts";

/** "Inherits from", "is derived from", "extends" or "is a subtype of" directly before a link. */
const BASE_BEFORE =
  /(?:\binherits(?:\s+all)?(?:\s+(?:of\s+)?(?:the|its))?(?:\s+\w+){0,3}?\s+(?:from|of)|\binherited\s+from|\bderive[sd]?\s+from|\bextends|\b(?:subtype|sub-type|subclass|specialization)\s+(?:of|from)|\bbase\s+type\s+(?:is|of\s+this\s+type\s+is)\s*:?)(?:\s+(?:the|a|an|its|base|abstract|parent|class|type|entity|resource))*\s*$/i;
/** Statements about other types that inherit do not name the base of this type. */
const OTHERS_INHERIT =
  /\b(?:types?|resources?|entities|objects|classes)\s+(?:that|which)\s+(?:inherits?|(?:are\s+)?derived?)\s*(?:from)?\s*$|\bbase\s+(?:type|class)\s+(?:for|of)\b(?!\s+this)/i;
const UNLINKED =
  /\b(?:inherits\s+from|is\s+derived\s+from|derived\s+from|is\s+a\s+subtype\s+of|extends)\s+(?:the\s+)?([a-z][\w.]*\w)\b/i;
const DERIVED_BEFORE =
  /\b(?:base\s+(?:type|class|resource|entity)\s+(?:for|of)|inherited\s+by|(?:derived\s+|sub-?)types?(?:\s+(?:are|include))?|derived\s+from\s+(?:it|this)(?:\s+are)?|extended\s+by)(?:\s+the)?\s*:?\s*$/i;

/** Number of tokens before a link to examine; sentences are not longer. */
const NEAR = 12;

/** Finds the base type that a sentence states, in any wording of the dialect. */
export function readStatedBase(document: Document): TypeExpression | null {
  for (const phrase of describingPhrases(document)) {
    const linked = baseLink(phrase);
    if (linked !== null) return linked;
    const name = UNLINKED.exec(phrase.text)?.[1];
    if (name !== undefined && !/^(?:a|an|the|its|this|base|abstract|it)$/i.test(name))
      return typeExpressionOf(name, phrase.place);
  }
  return null;
}

/** The introduction, and the paragraphs between the Properties heading and its table. */
function describingPhrases(document: Document): readonly Phrase[] {
  const blocks = sectionsOf(document, "properties")
    .slice(0, 1)
    .flatMap((section) => section.blocks);
  const table = blocks.findIndex(({ kind }) => kind === "table");
  const lead = blocks
    .slice(0, Math.max(0, table))
    .flatMap((block) => (block.kind === "paragraph" ? [block.phrase] : []));
  return [...introductionPhrases(document), ...lead];
}

function baseLink(phrase: Phrase): TypeExpression | null {
  for (const [index, token] of phrase.tokens.entries()) {
    if (token.kind !== "link" || linkTarget(token.href, phrase.place.file).target === null) continue;
    const before = textBefore(phrase.tokens, index);
    const isKindOf = /^an?\s+$/i.test(before) && /^\s+(?:that|which)\b/.test(textAfter(phrase.tokens, index));
    if (isKindOf || (BASE_BEFORE.test(before) && !OTHERS_INHERIT.test(before))) {
      return parseTypeExpression(makePhrase([token], phrase.place), phrase.place.file);
    }
  }
  return null;
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

/** Types that derive from the type of the page: a Derived types section, or "base type for [x] and [y]". */
export function readDerivedTypes(document: Document): readonly TypeExpression[] {
  const listed = sectionsOf(document, "derivedTypes").flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind === "list") return block.items;
      if (block.kind === "table") return block.rows.flatMap((row) => row.cells.slice(0, 1));
      return block.kind === "paragraph" ? [block.phrase] : [];
    }),
  );
  return [...listed.flatMap(firstLinkedType), ...statedDerived(document)];
}

function statedDerived(document: Document): readonly TypeExpression[] {
  const found: TypeExpression[] = [];
  for (const section of introduction(document)) {
    let listFollows = false;
    for (const block of section.blocks) {
      if (block.kind === "list" && listFollows) found.push(...block.items.flatMap(firstLinkedType));
      if (block.kind !== "paragraph") continue;
      const after = tokensAfter(block.phrase, DERIVED_BEFORE);
      const announces = /\b(?:(?:derived|sub-?)\s*types?|base\s+(?:type|class)\s+(?:for|of))\b[^.]*:\s*$/i.test(
        block.phrase.text,
      );
      listFollows = announces || (after !== null && /:\s*$/.test(block.phrase.text));
      // "Base class for x in the [y] of a [z]" names the use of x; only "for [x] and [y]" names derived types.
      found.push(...linkedTypes(makePhrase(leadingLinks(after ?? []), block.place)));
    }
  }
  return found;
}

/** The links that tokens begin with: `[x], [y], and [z]`. */
function leadingLinks(tokens: readonly Token[]): readonly Token[] {
  const isBetween = (token: Token) => token.kind === "text" && /^[\s,]*(?:and|or)?\s*$/i.test(token.text);
  const end = tokens.findIndex((token) => token.kind !== "link" && !isBetween(token));
  return tokens.slice(0, end === -1 ? tokens.length : end);
}

function tokensAfter(phrase: Phrase, pattern: RegExp): readonly Token[] | null {
  const index = phrase.tokens.findIndex(
    (token) => token.kind === "text" && pattern.test(token.text.replace(/\s+/g, " ")),
  );
  return index === -1 ? null : phrase.tokens.slice(index + 1);
}

/** An item of a list of types describes the first type to which it links. */
function firstLinkedType(phrase: Phrase): readonly TypeExpression[] {
  return linkedTypes(phrase).slice(0, 1);
}

function linkedTypes(phrase: Phrase): readonly TypeExpression[] {
  return phrase.tokens.flatMap((token) => {
    if (token.kind !== "link" || !isResourcePage(linkTarget(token.href, phrase.place.file).target)) return [];
    return [parseTypeExpression(makePhrase([token], phrase.place), phrase.place.file)];
  });
}

/** In docs without folders of their own for resources and operations, any page may describe a type. */
function isResourcePage(target: string | null): boolean {
  return target !== null && !/(?:^|\/)(?:api|concepts)\//.test(target);
}

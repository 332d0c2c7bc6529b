import { type Phrase, type Token, makePhrase } from "../../markdown/model.ts";
import type { TypeExpression } from "../model.ts";
import { primitiveOf } from "./primitives.ts";
import { linkTarget, parseTypeExpression, typeExpressionOf } from "./type-expression.ts";

const COLLECTION_BEFORE =
  /\b(?:collections?|list|lists|array|set|page)\s+(?:of|containing)(?:\s+(?:the|all|zero or more|one or more|matching|unique|requested|updated|new|resulting|paged))*\s*$/i;
const COLLECTION_AFTER = /^\s*(?:objects?\s+)?(?:collections?|list\b)/i;
const PLURAL_AFTER = /^\s*(?:objects|resources|entities)\b/i;
const UNLINKED =
  /\b(?:and|returns?|with|containing)\s+(?:an?\s+|the\s+|one\s+)?(?:(?:new|updated|requested|created|resulting)\s+)?((?:collection|list|array) of\s+(?:the\s+)?)?([A-Za-z][\w.]*)\s+(collection|objects?|value|in the response)/i;

/** Number of tokens around a link to examine; sentences are not longer. */
const NEAR = 12;

/**
 * Finds the type that a sentence of a Response or Request body section names: the first link to another page of the
 * docs, otherwise a primitive or a name in the position of a type.
 *
 * @param phrase a paragraph
 * @returns the type, or null if the sentence does not name one
 */
export function readSentenceType(phrase: Phrase): TypeExpression | null {
  const { tokens } = phrase;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "link" || !isTypeLink(token, phrase)) continue;
    const type = parseTypeExpression(makePhrase([token], phrase.place), phrase.place.file);
    const isPlural = PLURAL_AFTER.test(textAfter(tokens, index));
    const isCollection = type.collection || isCollectionAt(tokens, index);
    const alternatives = isCollection ? readFurther(phrase, index) : [];
    return {
      ...type,
      alternatives: alternatives.length > 0 ? alternatives : type.alternatives,
      collection: isCollection || isPlural,
      loosePlural: isPlural && !isCollection,
    };
  }
  return readUnlinked(phrase);
}

/** The further types of a mixed collection: "a collection of [car](car.md) and [truck](truck.md) objects". */
function readFurther(phrase: Phrase, index: number): readonly TypeExpression[] {
  const { tokens } = phrase;
  const found: TypeExpression[] = [];
  let at = index;
  for (;;) {
    const [joint, next] = [tokens[at + 1], tokens[at + 2]];
    const isJoined = joint?.kind === "text" && /^\s*(?:,|,?\s*\b(?:and|or|and\/or))\s*$/i.test(joint.text);
    if (!isJoined || next?.kind !== "link" || !isTypeLink(next, phrase)) break;
    found.push(parseTypeExpression(makePhrase([next], phrase.place), phrase.place.file));
    at += 2;
  }
  return PLURAL_AFTER.test(textAfter(tokens, at)) ? found : [];
}

function isTypeLink(token: Extract<Token, { kind: "link" }>, phrase: Phrase): boolean {
  const { target, anchor } = linkTarget(token.href, phrase.place.file);
  if (target === null || /(?:^|\/)(?:api|concepts)\//.test(target)) return false;
  return !(target === phrase.place.file.toLowerCase() && anchor !== null && !anchor.endsWith("-values"));
}

function isCollectionAt(tokens: readonly Token[], index: number): boolean {
  const before = tokens
    .slice(Math.max(0, index - NEAR), index)
    .map(wordsOf)
    .join("");
  return COLLECTION_BEFORE.test(before) || COLLECTION_AFTER.test(textAfter(tokens, index));
}

function textAfter(tokens: readonly Token[], index: number): string {
  return tokens
    .slice(index + 1, index + 1 + NEAR)
    .map(wordsOf)
    .join("");
}

function wordsOf(token: Token): string {
  return token.kind === "break" ? " " : token.text.replace(/\s+/g, " ");
}

function readUnlinked(phrase: Phrase): TypeExpression | null {
  const text = phrase.text.replaceAll("*", "");
  if (/\b(?:stream|binary data|raw bytes|contents? of the file)\b/i.test(text))
    return typeExpressionOf("Stream", phrase.place);
  const match = UNLINKED.exec(text);
  const name = match?.[2];
  if (
    name === undefined ||
    /^(?:response|request|status|code|empty|error|json|body|its?|this|anything|nothing|content)$/i.test(name)
  )
    return readPrimitive(phrase);
  const type = typeExpressionOf(name, phrase.place);
  return { ...type, collection: match?.[1] !== undefined || /^(?:collection|objects)$/i.test(match?.[3] ?? "") };
}

function readPrimitive(phrase: Phrase): TypeExpression | null {
  const match = /\b(?:a|an|the)\s+`?(string|boolean|integer|int32|int64|double|guid)\b`?(\s+collection)?/i.exec(
    phrase.text,
  );
  if (match === null && /\ba\s+`?(?:true|false)`?\s+value\b/i.test(phrase.text))
    return typeExpressionOf("Boolean", phrase.place);
  if (match?.[1] === undefined || primitiveOf(match[1]) === null) return null;
  return { ...typeExpressionOf(match[1], phrase.place), collection: match[2] !== undefined };
}

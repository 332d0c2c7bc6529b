import { type Block, type Document, type Phrase, makePhrase } from "../../markdown/model.ts";
import type { TypeExpression } from "../model.ts";
import { introduction, sectionsOf } from "../content/sections.ts";
import { linkTarget, parseTypeExpression } from "./type-expression.ts";

/** A link in a sentence: its index between two characters that no page contains. */
const LINK = "\\u0001\\d+\\u0002";
/** `[x], a [y], and the [z]`. */
const LINKS = `(?:an?\\s+|the\\s+)?${LINK}(?:[\\s,;]*(?:(?:and|or|as\\s+well\\s+as)\\s*)?(?:an?\\s+|the\\s+)?${LINK}){0,60}`;
const BASE =
  "\\b(?:(?:base|super)[\\s-]?(?:complex\\s+|entity\\s+)?(?:type|class|resource|entity)|parent\\s+(?:type|class))\\s+(?:for|of)";
const EXAMPLES =
  "(?:such\\s+as|for\\s+example|e\\.g\\.|including|includes?|like|namely|can\\s+be(?:\\s+either)?|are)[\\s,:]*";

/** Sentences on the page of a base, with the links to the derived types as the first group. */
const NAMED_BY_BASE: readonly RegExp[] = [
  new RegExp(`${BASE}\\s+(?:the\\s+)?:?\\s*(${LINKS})`, "i"),
  new RegExp(`${BASE}\\s[^.:\\u0001]{1,160}?[\\s,:(]${EXAMPLES}(${LINKS})`, "i"),
  new RegExp(`\\b(?:inherited|extended|implemented|specialized)\\s+by\\s+(?:the\\s+)?:?\\s*(${LINKS})`, "i"),
  new RegExp(`\\b(?:derived\\s+|sub-?)(?:types?|class(?:es)?)\\s*(?:are|is|includes?)?\\s*:?\\s*(${LINKS})`, "i"),
  new RegExp(`\\bderived\\s+from\\s+(?:it|this)(?:\\s+(?:type|class))?(?:\\s+are)?\\s*:?\\s*(${LINKS})`, "i"),
  // "[x] and [y] inherit from this type"
  new RegExp(
    `(${LINKS})\\)?\\s*(?:(?:resource\\s+)?(?:types?|resources?|entities|classes|objects)\\s+)?(?:both\\s+|all\\s+)?(?:inherits?|derives?|(?:is|are)\\s+(?:derived|inherited)|extends?)\\s+(?:from\\s+)?(?:this|it)\\b`,
    "i",
  ),
];
/** What the last sentence of a paragraph that ends with a colon contains if it announces a list or a table of derived types. */
const ANNOUNCED =
  /\b(?:(?:derived|sub-?)\s*(?:types?|class(?:es)?)|(?:base|super)[\s-]?(?:type|class|resource|entity)\s+(?:for|of))\b|\b(?:inherited|extended)\s+by(?:\s+the\s+following(?:\s+\w+){0,3})?\s*:$|\b(?:following|these)\s+(?:\w+\s+){0,3}(?:inherit|derive|are\s+derived)\s+from\s+(?:this|it)\b/i;

/** Checks whether a list or a table of derived types follows. A pattern for the whole text would start again at each word. */
function announcesTypes(text: string): boolean {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(":") && ANNOUNCED.test(trimmed.slice(trimmed.lastIndexOf(".") + 1));
}

/** Types that derive from the type of the page: a Derived types section, or "base type for [x] and [y]". */
export function readDerivedTypes(document: Document): readonly TypeExpression[] {
  const listed = sectionsOf(document, "derivedTypes").flatMap((section) => section.blocks.flatMap(phrasesOf));
  return [...listed.flatMap(firstLinkedType), ...statedDerived(document)];
}

function phrasesOf(block: Block): readonly Phrase[] {
  if (block.kind === "list") return block.items;
  if (block.kind === "table") return block.rows.flatMap((row) => row.cells.slice(0, 1));
  return block.kind === "paragraph" ? [block.phrase] : [];
}

function statedDerived(document: Document): readonly TypeExpression[] {
  const found: TypeExpression[] = [];
  for (const section of introduction(document)) {
    let listFollows = false;
    for (const block of section.blocks) {
      if (block.kind === "paragraph") {
        listFollows = announcesTypes(block.phrase.text);
        found.push(...namedInSentences(block.phrase));
      } else if (listFollows) {
        found.push(...phrasesOf(block).flatMap(firstLinkedType));
        listFollows = block.kind === "list";
      }
    }
  }
  return found;
}

/** The links of the sentences that state that the linked types derive from the type of the page. */
function namedInSentences(phrase: Phrase): readonly TypeExpression[] {
  const text = phrase.tokens
    .map((token, index) => {
      if (token.kind === "break") return " ";
      return token.kind === "link" ? `\u0001${String(index)}\u0002` : token.text;
    })
    .join("")
    .replace(/\s+/g, " ");
  const sentences = text.split(/(?<=[\w\u0002)])[.!](?=\s)(?<!\be\.g\.)/);
  const indexes = sentences.flatMap((sentence) =>
    NAMED_BY_BASE.flatMap((pattern) => [...(pattern.exec(sentence)?.[1] ?? "").matchAll(/\u0001(\d+)\u0002/g)]),
  );
  const tokens = [...new Set(indexes.map(([, index]) => Number(index)))].flatMap((index) => phrase.tokens[index] ?? []);
  return linkedTypes(makePhrase(tokens, phrase.place));
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

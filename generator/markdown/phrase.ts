import type { PhrasingContent } from "mdast";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Phrase, TextStyle, Token } from "./model.ts";

/** Targets of reference-style links by lower-cased identifier. */
export type Definitions = ReadonlyMap<string, string>;

const BREAK_TAG = /^<\/?(br|p|div)\b[^>]*>$/i;
const ITEM_TAG = /^<li\b[^>]*>$/i;
/** Elements that the dialect uses for layout; any other tag is text that an author forgot to escape. */
const LAYOUT_TAG = /^<\/?(ul|ol|li|b|i|u|em|strong|code|span|a|sup|sub|table|thead|tbody|tr|td|th|img|font|small|nobr)\b[^>]*>$/i;

/**
 * Flattens phrasing content into tokens.
 *
 * @param nodes mdast phrasing content
 * @param definitions targets of reference-style links
 * @param place where the content begins
 */
export function readPhrase(nodes: readonly PhrasingContent[], definitions: Definitions, place: Place): Phrase {
  const tokens: Token[] = [];
  for (const node of nodes) appendTokens(tokens, node, "plain", definitions);
  return makePhrase(tokens, place);
}

/** Makes a phrase from tokens; its text is theirs. */
export function makePhrase(tokens: readonly Token[], place: Place): Phrase {
  return { tokens, text: plainText(tokens), place };
}

/** Joins phrases with a separator, as one phrase at the place of the first. */
export function joinPhrases(phrases: readonly Phrase[], separator: string, place: Place): Phrase {
  const tokens: Token[] = [];
  for (const [index, phrase] of phrases.entries()) {
    if (index > 0) tokens.push({ kind: "text", text: separator, style: "plain" });
    tokens.push(...phrase.tokens);
  }
  return makePhrase(tokens, phrases[0]?.place ?? place);
}

/** Words of the tokens with white space, no-break and zero-width characters folded. */
export function plainText(tokens: readonly Token[]): string {
  const words = tokens.map((token) => (token.kind === "break" ? " " : token.text)).join("");
  return words.replace(/[\u200B\u2060\uFEFF]/g, "").replace(/\s+/g, " ").trim();
}

function appendTokens(tokens: Token[], node: PhrasingContent, style: TextStyle, definitions: Definitions): void {
  switch (node.type) {
    case "text":
      tokens.push({ kind: "text", text: node.value, style });
      return;
    case "inlineCode":
      tokens.push({ kind: "code", text: node.value });
      return;
    case "strong":
    case "emphasis":
      for (const child of node.children) appendTokens(tokens, child, node.type, definitions);
      return;
    case "delete":
      for (const child of node.children) appendTokens(tokens, child, style, definitions);
      return;
    case "link":
      appendLink(tokens, node.children, node.url, style, definitions);
      return;
    case "linkReference":
      appendLink(tokens, node.children, definitions.get(node.identifier.toLowerCase()) ?? null, style, definitions);
      return;
    case "break":
      tokens.push({ kind: "break", item: false });
      return;
    case "html":
      appendHtml(tokens, node.value, style);
      return;
    case "image":
    case "imageReference":
      tokens.push({ kind: "text", text: node.alt ?? "", style });
      return;
    case "footnoteReference":
      tokens.push({ kind: "text", text: `[^${node.identifier}]`, style });
      return;
  }
}

function appendLink(
  tokens: Token[],
  children: readonly PhrasingContent[],
  href: string | null,
  style: TextStyle,
  definitions: Definitions,
): void {
  const inner: Token[] = [];
  for (const child of children) appendTokens(inner, child, style, definitions);
  const text = plainText(inner);
  if (href === null || /^mailto:/i.test(href)) tokens.push({ kind: "text", text, style });
  else tokens.push({ kind: "link", text, href, code: inner.some((token) => token.kind === "code") });
}

function appendHtml(tokens: Token[], html: string, style: TextStyle): void {
  if (ITEM_TAG.test(html)) tokens.push({ kind: "break", item: true });
  else if (BREAK_TAG.test(html)) tokens.push({ kind: "break", item: false });
  else if (!LAYOUT_TAG.test(html) && !html.startsWith("<!--")) tokens.push({ kind: "text", text: html, style });
}

import type { FootnoteReference, Image, ImageReference, Link, LinkReference, PhrasingContent, Text } from "mdast";
import type { Place } from "../diagnostics/diagnostic.ts";
import { raise } from "./superscript.ts";
import { makePhrase, plainText, type Phrase, type TextStyle, type Token } from "./model.ts";

/** URLs of link definitions by lower-case identifier. */
export type Definitions = ReadonlyMap<string, string>;

const BREAK_TAG = /^<(?:\/?(?:br|p|div|ul|ol)|\/li)\b[^>]*>$/i;
const ITEM_TAG = /^<li\b[^>]*>$/i;
/** Elements that the dialect uses for layout; any other tag is text that an author did not escape. */
const LAYOUT_TAG =
  /^<\/?(ul|ol|li|b|i|u|em|strong|code|span|a|sup|sub|table|thead|tbody|tr|td|th|img|font|small|nobr)\b[^>]*>$/i;

/**
 * Flattens phrasing content into tokens.
 *
 * @param nodes mdast phrasing content
 * @param definitions URLs of link definitions
 * @param place where the content begins
 */
export function readPhrase(nodes: readonly PhrasingContent[], definitions: Definitions, place: Place): Phrase {
  const tokens: Token[] = [];
  appendAll(tokens, nodes, "plain", definitions);
  return makePhrase(tokens, place);
}

/** Appends nodes; those between `<sup>` and `</sup>` are superscript. */
function appendAll(
  tokens: Token[],
  nodes: readonly PhrasingContent[],
  outer: TextStyle,
  definitions: Definitions,
): void {
  let style = outer;
  for (const [index, node] of nodes.entries()) {
    if (node.type === "html" && /^<\/?sup\b/i.test(node.value)) {
      const isOpen = !node.value.startsWith("</") && nodes.slice(index).some(closesSuperscript);
      style = isOpen ? "superscript" : outer;
    } else {
      appendTokens(tokens, node, style, definitions);
    }
  }
}

function closesSuperscript(node: PhrasingContent): boolean {
  return node.type === "html" && /^<\/sup\b/i.test(node.value);
}

function appendTokens(tokens: Token[], node: PhrasingContent, style: TextStyle, definitions: Definitions): void {
  switch (node.type) {
    case "inlineCode":
      tokens.push({ kind: "code", text: node.value });
      return;
    case "strong":
    case "emphasis":
    case "delete":
      appendAll(tokens, node.children, childStyle(node.type, style), definitions);
      return;
    case "link":
    case "linkReference":
      appendLink(tokens, node.children, linkUrl(node, definitions), style, definitions);
      return;
    case "break":
      tokens.push({ kind: "break", item: false });
      return;
    case "html":
      appendHtml(tokens, node.value, style);
      return;
    case "footnoteReference":
      tokens.push({ kind: "text", text: visibleText(node), style: "superscript" });
      return;
    case "text":
    case "image":
    case "imageReference":
      tokens.push({
        kind: "text",
        text: style === "superscript" ? raise(visibleText(node)) : visibleText(node),
        style,
      });
      return;
  }
}

function childStyle(type: "strong" | "emphasis" | "delete", style: TextStyle): TextStyle {
  return type === "delete" || style === "superscript" ? style : type;
}

function linkUrl(node: Link | LinkReference, definitions: Definitions): string | null {
  return node.type === "link" ? node.url : (definitions.get(node.identifier.toLowerCase()) ?? null);
}

function visibleText(node: Text | Image | ImageReference | FootnoteReference): string {
  if (node.type === "text") return node.value;
  return node.type === "footnoteReference" ? raise(node.identifier) : (node.alt ?? "");
}

function appendLink(
  tokens: Token[],
  children: readonly PhrasingContent[],
  href: string | null,
  style: TextStyle,
  definitions: Definitions,
): void {
  const inner: Token[] = [];
  appendAll(inner, children, style, definitions);
  const text = plainText(inner);
  if (href === null || style === "superscript" || /^mailto:/i.test(href)) tokens.push({ kind: "text", text, style });
  else tokens.push({ kind: "link", text, href, code: inner.some((token) => token.kind === "code") });
}

function appendHtml(tokens: Token[], html: string, style: TextStyle): void {
  if (ITEM_TAG.test(html)) tokens.push({ kind: "break", item: true });
  else if (BREAK_TAG.test(html)) tokens.push({ kind: "break", item: false });
  else if (!LAYOUT_TAG.test(html) && !html.startsWith("<!--")) tokens.push({ kind: "text", text: html, style });
}

import type { Place } from "../../diagnostics/diagnostic.ts";
import { type Phrase, type Token, makePhrase, plainPhrase } from "../../markdown/model.ts";
import { resolveReference } from "../../util/paths.ts";
import type { TypeExpression } from "../model.ts";
import { cellPrimitive, primitiveInProse, primitiveOf, primitiveWithNote } from "./primitives.ts";
import { LINKED, LONGEST, readTypeText, type TypeText } from "./type-text.ts";

type LinkToken = Extract<Token, { kind: "link" }>;

const NOTE = /(?<!collection)\(\s*(?:enum(?:eration)?|url|uri|flags?|identifier|key)\s*\)/gi;
const ENUM_NOTE = /\benum(?:eration|erated)?\b/i;
const PREFIX =
  /^(?:enum(?:eration|erated)?(?:\s*[(:]\s*|\s+(?:of\s+)?)|(?:complex|entity)\s+type\s+)([A-Za-z][\w.]*)\)?$/i;
const SUFFIX =
  /\s+(?:complex type|entity type|resource type|enum type|resource|object|objects|entity|type|enumeration|enum)$/i;
/** What separates two types in a cell. */
const SEPARATOR = /\s*(?:,\s*or\b|[,|/]|\bor\b)\s*/i;

/**
 * Parses a documented type: links, primitives in any spelling, every notation of a collection, and `a or b`.
 *
 * @param phrase a type cell, a return type cell or the part of a sentence that names a type
 * @param file page that contains it, relative to the docs folder; links are relative to it
 */
export function parseTypeExpression(phrase: Phrase, file: string): TypeExpression {
  const [first = phrase, ...others] = splitAlternatives(phrase);
  const alternatives = others.map((part) => parseSingle(part, file, phrase.text));
  return { ...parseSingle(first, file, phrase.text), alternatives };
}

/** Parses a type cell, in which less exact words such as `numeric` also are types. */
export function parseTypeCell(phrase: Phrase, file: string): TypeExpression {
  const type = parseTypeExpression(phrase, file);
  if (type.primitive !== null || type.target !== null || type.enumeration) return type;
  if (type.name.length > LONGEST) return type;
  const primitive = cellPrimitive(type.name) ?? primitiveWithNote(type.name) ?? primitiveInProse(type.name);
  if (primitive !== null) return { ...type, primitive };
  const parts = type.name.split(SEPARATOR).map((part) => cellPrimitive(part));
  const [known = null, ...others] = parts;
  if (known === null || others.length === 0 || others.includes(null)) return type;
  const alternatives = others.map((other) => ({ ...type, primitive: other }));
  return { ...type, primitive: known, alternatives };
}

/** Parses a bare name, as used in annotations and JSON: `Collection(microsoft.graph.user)`. */
export function typeExpressionOf(text: string, place: Place): TypeExpression {
  return parseTypeExpression(plainPhrase(text, place), place.file);
}

/** `[a](a.md) or [b](b.md)` names two types; separators beside anything else than types are prose. */
function splitAlternatives(phrase: Phrase): readonly Phrase[] {
  if (phrase.text.length > LONGEST) return [phrase];
  if (!phrase.tokens.some((token) => token.kind === "link")) return splitNames(phrase);
  const parts: Token[][] = [[]];
  for (const token of phrase.tokens) {
    const pieces = token.kind === "text" ? token.text.split(SEPARATOR) : [];
    if (token.kind !== "text" || pieces.length === 1) parts.at(-1)?.push(token);
    else appendPieces(parts, token, pieces);
  }
  const phrases = parts.map((tokens) => makePhrase(tokens, phrase.place));
  return phrases.every(isType) ? phrases : [phrase];
}

function appendPieces(parts: Token[][], token: Token, pieces: readonly string[]): void {
  for (const [index, text] of pieces.entries()) {
    if (index > 0) parts.push([]);
    if (text !== "") parts.at(-1)?.push({ ...token, kind: "text", text, style: "plain" });
  }
}

/** Whether a part contains one link, or nothing but the name of a primitive. */
function isType(phrase: Phrase): boolean {
  const links = phrase.tokens.filter((token) => token.kind === "link").length;
  return links === 1 || (links === 0 && primitiveOf(readTypeText(phrase.text).name) !== null);
}

/** `ns.a or ns.b` without links. */
function splitNames(phrase: Phrase): readonly Phrase[] {
  const parts = phrase.text.split(SEPARATOR);
  const isName = (text: string) => /^[*_`#]*[A-Za-z]\w*(?:\.[A-Za-z]\w*)+[*_`]*$/.test(text);
  if (parts.length < 2 || !parts.every(isName)) return [phrase];
  return parts.map((text) => plainPhrase(text, phrase.place));
}

/** A reference to a link that the page does not define, such as `[bird][]`, is text; its name still is a type. */
const UNDEFINED_REFERENCE = /\[([\w.]{1,200})\]\[[^[\]]{0,200}\]/;

function parseSingle(phrase: Phrase, file: string, text: string): TypeExpression {
  const linked = phrase.tokens.find((token): token is LinkToken => token.kind === "link");
  const outer = readTypeText(textAround(phrase, linked).replace(NOTE, "").replace(UNDEFINED_REFERENCE, "$1"));
  const link = linked ?? brokenLink(outer.name);
  const inner = link === undefined ? outer : readTypeText(link.text);
  const name = cleanName(link === undefined ? nameInProse(outer.name, phrase) : inner.name);
  const isBare = /^collection$/i.test(name) || (link === undefined && /^array$/i.test(name));
  const primitive = primitiveOf(name);
  return {
    text,
    name: isBare ? "" : name,
    primitive,
    ...(link === undefined ? { target: null, anchor: null } : linkTarget(link.href, file)),
    collection: isBare || inner.collection || isCollectionAround(outer, link),
    ...nullableOf(outer.nullable ?? inner.nullable),
    enumeration: /^enum(?:eration)?$/i.test(name) || (primitive === "Edm.String" && ENUM_NOTE.test(phrase.text)),
    alternatives: [],
    place: phrase.place,
  };
}

/** The word may also stand in a link whose parenthesis is misplaced. */
function isCollectionAround({ name, collection }: TypeText, link: LinkToken | undefined): boolean {
  return collection || /^collection\b/i.test(name) || /collection\)?$/i.test(link?.href ?? "");
}

function nullableOf(nullable: boolean | null): Pick<TypeExpression, "nullable"> {
  return nullable === null ? {} : { nullable };
}

/** The text of a phrase with a placeholder for its link. */
function textAround({ tokens, text }: Phrase, link: LinkToken | undefined): string {
  if (link === undefined) return text;
  return tokens.map((token) => (token === link ? LINKED : token.kind === "break" ? " " : token.text)).join("");
}

function cleanName(name: string): string {
  const bare = name.replace(/^[*_`#]+|[*_`.,;:]+$/g, "").trim();
  return primitiveOf(bare) !== null ? bare : bare.replace(SUFFIX, "").replace(PREFIX, "$1").replace(/^#/, "");
}

/** The name in a cell that contains more than a name: its code or dotted word, otherwise the whole text. */
function nameInProse(text: string, phrase: Phrase): string {
  if (primitiveOf(text) !== null || /^[\w.#-]+(?:\s+(?:resource|object|type|entity))?$/.test(text)) return text;
  const code = phrase.tokens.find((token) => token.kind === "code");
  return code?.text ?? /\b(?:\w+\.){2,}\w+/.exec(text)?.[0] ?? text;
}

/** `[name](page.md` without its closing parenthesis is text in Markdown. */
function brokenLink(text: string): LinkToken | undefined {
  const match = /^\[([^\]]+)\]\(([^)]*)/.exec(text);
  return match?.[1] === undefined ? undefined : { kind: "link", text: match[1], href: match[2] ?? "", code: false };
}

/**
 * Resolves a link of a page to another page of the docs.
 *
 * @returns target and anchor in lower case, since authors use either case; nulls for a link to a page outside the docs
 */
export function linkTarget(href: string, file: string): Pick<TypeExpression, "target" | "anchor"> {
  if (/^(?:[a-z]+:|\/)/i.test(href)) return { target: null, anchor: null };
  const [path = "", anchor] = href.split("#");
  const bare = path.split("?")[0]?.trim().split(/\s/)[0] ?? "";
  const target = bare === "" ? file : resolveReference(file, bare);
  return { target: target.toLowerCase(), anchor: anchor === undefined || anchor === "" ? null : anchor.toLowerCase() };
}

import type { Place } from "../../diagnostics/diagnostic.ts";
import { type Phrase, type Token, makePhrase } from "../../markdown/model.ts";
import { resolveReference } from "../../util/paths.ts";
import type { TypeExpression } from "../model.ts";
import { primitiveOf } from "./primitives.ts";

type LinkToken = Extract<Token, { kind: "link" }>;

const NOTE =
  /(?<!collection)\(\s*(?:optional|required|read-?only|enum(?:eration)?|url|uri|nullable|flags?|identifier|key)\s*\)/gi;
const ENUM_NOTE = /\(\s*enum(?:eration)?\s*\)/i;
const SUFFIX =
  /\s+(?:complex type|entity type|resource type|enum type|resource|object|objects|entity|type|enumeration|enum)$/i;
const COLLECTION_FORMS: readonly RegExp[] = [
  /^collection\s*\(\s*(.*?)\s*\)?$/i,
  /^(?:a\s+)?(?:collection|list|array)\s+of\s+(?:the\s+)?(.+)$/i,
  /^(.*\S)\s+(?:collections?|array)$/i,
  // A sentence may follow in the same cell.
  /^([\w.]+)\s+collection\.\s.+$/i,
  /^(.*\S)\s*\[\]$/,
];

/**
 * Parses a documented type: links, primitives in any spelling, every notation of a collection, and `a or b`.
 *
 * @param phrase a type cell, a return type cell or the part of a sentence that names a type
 * @param file page that contains it, relative to the docs folder; links are relative to it
 */
export function parseTypeExpression(phrase: Phrase, file: string): TypeExpression {
  const parts = splitAlternatives(phrase);
  const [first = phrase, ...others] = parts;
  const alternatives = others.map((part) => parseSingle(part, file, phrase.text));
  return { ...parseSingle(first, file, phrase.text), alternatives };
}

/** Parses a bare name, as used in annotations and JSON: `Collection(microsoft.graph.user)`. */
export function typeExpressionOf(text: string, place: Place): TypeExpression {
  return parseTypeExpression(makePhrase([{ kind: "text", text, style: "plain" }], place), place.file);
}

/** `[a](a.md) or [b](b.md)` names two types; an "or" without two links is prose. */
function splitAlternatives(phrase: Phrase): readonly Phrase[] {
  if (phrase.tokens.filter((token) => token.kind === "link").length < 2) return [phrase];
  const parts: Token[][] = [[]];
  for (const token of phrase.tokens) {
    if (token.kind === "text" && /^\s*,?\s*(?:or|\/)\s*$/i.test(token.text)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.map((tokens) => makePhrase(tokens, phrase.place));
}

function parseSingle(phrase: Phrase, file: string, text: string): TypeExpression {
  const stripped = phrase.text
    .replace(NOTE, "")
    .replace(/^[*_`"']+|[*_`"'.]+$/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const { name: bare, collection } = stripCollection(stripped);
  const link = phrase.tokens.find((token): token is LinkToken => token.kind === "link") ?? brokenLink(stripped);
  const inner = link === undefined ? { name: bare, collection: false } : stripCollection(link.text.trim());
  const name = cleanName(link === undefined ? nameInProse(bare, phrase) : inner.name);
  const where = link === undefined ? { target: null, anchor: null } : linkTarget(link.href, file);
  const isCollection =
    collection || inner.collection || /^collection\b/i.test(stripped) || /collection\)?$/i.test(link?.href ?? "");
  return {
    text,
    name: /^collection$/i.test(name) ? "" : name,
    primitive: primitiveOf(name),
    ...where,
    collection: isCollection,
    enumeration:
      /^enum(?:eration)?$/i.test(name) || (primitiveOf(name) === "Edm.String" && ENUM_NOTE.test(phrase.text)),
    alternatives: [],
    place: phrase.place,
  };
}

function stripCollection(text: string): { readonly name: string; readonly collection: boolean } {
  for (const form of COLLECTION_FORMS) {
    const match = form.exec(text);
    if (match?.[1] !== undefined) return { name: match[1].trim(), collection: true };
  }
  return { name: text, collection: false };
}

function cleanName(name: string): string {
  const bare = name.replace(/^[*_`#]+|[*_`.,;:]+$/g, "").trim();
  return primitiveOf(bare) !== null ? bare : bare.replace(SUFFIX, "").replace(/^#/, "");
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

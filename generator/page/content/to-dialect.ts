import { createCollector, type Collector, type Result } from "../../diagnostics/diagnostic.ts";
import {
  type Block,
  type Document,
  type Phrase,
  type Section,
  type TableBlock,
  makePhrase,
  plainPhrase,
} from "../../markdown/model.ts";
import type { HeadingKind, Vocabulary } from "../dialect.ts";
import { slugOf } from "../../util/slug.ts";
import {
  CANONICAL_HEADINGS,
  NAME_HEADING,
  VALUES_HEADING,
  bareHeading,
  columnKind,
  sectionKind,
  type SectionKind,
} from "./vocabulary.ts";
import { readWords, type Words } from "./words.ts";
import { translateTable } from "./translate-table.ts";

const PROPERTY_VALUES = /^[\w.@-]+ property values$/i;
/** A heading below which nothing is read. */
const IGNORED_HEADING = "See also";

/**
 * Puts a page into the words of the dialect, so that the other steps read only those: headings and column titles of the
 * vocabulary, translated headings with an English anchor, and bold words or `#words` in place of a heading.
 */
export function toDialect(document: Document, vocabulary: Vocabulary): Result<Document> {
  const collector = createCollector();
  const words = readWords(vocabulary);
  const isUntitled = !document.sections.some(({ depth }) => depth === 1);
  const parts = document.sections.flatMap((section) => splitAtWords(section, words, isUntitled));
  let outer: Outer = { kind: null, depth: 0, isEmpty: false };
  const sections = parts.map((part) => {
    const own = headingKind(part, words);
    // Below an empty section, another heading is between a heading and what it announces.
    const announced = own === null && outer.isEmpty ? outer.kind : null;
    if (own !== null || part.depth <= outer.depth) outer = { kind: own, depth: part.depth, isEmpty: false };
    outer = { ...outer, isEmpty: own !== null && part.blocks.length === 0 };
    return translateSection(part, own, announced, outer.kind, words, collector);
  });
  const { title } = document.frontMatter;
  const frontMatter =
    title === undefined ? document.frontMatter : { ...document.frontMatter, title: translateTitle(title, words) };
  return collector.wrap({ ...document, frontMatter, sections });
}

/** `Boot Ressourcentyp` or `Ressourcentyp Boot` → `Boot resource type`. */
function translateTitle(title: string, { titles }: Words): string {
  const text = title.toLowerCase();
  for (const [word, kind] of titles) {
    const suffix = kind === "resource" ? "resource type" : "enum";
    if (text.endsWith(` ${word}`)) return `${title.slice(0, -word.length).trim()} ${suffix}`;
    if (text.startsWith(`${word} `)) return `${title.slice(word.length).trim()} ${suffix}`;
  }
  return title;
}

/** Kind of a heading according to the vocabulary or the dialect. */
function kindOf(heading: string, words: Words): HeadingKind | null {
  return words.headings.get(bareHeading(heading).toLowerCase()) ?? sectionKind(heading);
}

/** The nearest section of a known kind that contains another one. */
interface Outer {
  readonly kind: HeadingKind | null;
  readonly depth: number;
  /** It is the section above, and has no content. */
  readonly isEmpty: boolean;
}

function headingKind(section: Section, words: Words): HeadingKind | null {
  return section.depth < 2 ? null : (kindOf(section.heading.text, words) ?? anchoredKind(section));
}

/**
 * @param kind kind that the heading states, or null
 * @param announced kind of the empty section above a heading of no known kind, or null
 * @param outer kind of the nearest section of a known kind that contains it, or its own
 */
function translateSection(
  section: Section,
  kind: HeadingKind | null,
  announced: HeadingKind | null,
  outer: HeadingKind | null,
  words: Words,
  collector: Collector,
): Section {
  const blocks = section.blocks.map((block) =>
    block.kind === "table"
      ? collector.pipe(translateTable(block, kind ?? valuesKind(section, block) ?? announced, outer, words))
      : block,
  );
  if (section.depth === 1) {
    const title = translateTitle(section.heading.text, words);
    const heading = title === section.heading.text ? section.heading : plainPhrase(title, section.heading.place);
    return { ...section, heading, blocks };
  }
  if (kind === null || kind === sectionKind(section.heading.text)) return { ...section, blocks };
  const text = kind === "ignored" ? IGNORED_HEADING : CANONICAL_HEADINGS[kind];
  const heading = plainPhrase(text, section.heading.place);
  // Links to the heading keep their anchor.
  return { ...section, anchor: section.anchor ?? slugOf(section.heading.text), heading, blocks };
}

/** A table of one column, or with a column of numbers, below the heading of an enum's values lists members. */
function valuesKind({ depth, heading }: Section, { header }: TableBlock): SectionKind | null {
  const hasNumbers = header.slice(1).some(({ text }) => columnKind(text) === "value");
  const isList = hasNumbers || header.length === 1;
  const isNamed = VALUES_HEADING.test(heading.text) || (header.length === 1 && NAME_HEADING.test(heading.text));
  return depth > 1 && isList && isNamed ? "members" : null;
}

/** Translations keep the anchor of the original: `## <a name="request-body"></a>Texte de la demande`. */
function anchoredKind({ anchor }: Section): SectionKind | null {
  return anchor === undefined ? null : sectionKind(anchor.replace(/-\d+$/, "").replace(/[-_]/g, " "));
}

/** A heading that is written as a paragraph, and the text that follows in the same paragraph. */
interface LooseHeading {
  readonly heading: Phrase;
  readonly depth: number;
  readonly rest: Phrase | null;
}

/** Begins a section at each paragraph that is a heading without being marked as one. */
function splitAtWords(section: Section, words: Words, isUntitled: boolean): readonly Section[] {
  const parts: { readonly heading: Phrase; readonly depth: number; readonly blocks: Block[] }[] = [];
  const first: Block[] = [];
  for (const block of section.blocks) {
    const loose = block.kind === "paragraph" ? looseHeading(block.phrase, section.depth, words, isUntitled) : null;
    if (loose === null) (parts.at(-1)?.blocks ?? first).push(block);
    else {
      const { heading, depth, rest } = loose;
      parts.push({
        heading,
        depth,
        blocks: rest === null ? [] : [{ kind: "paragraph", phrase: rest, place: rest.place }],
      });
    }
  }
  if (parts.length === 0) return [section];
  return [{ ...section, blocks: first }, ...parts.map((part) => ({ ...part, place: part.heading.place }))];
}

function looseHeading(phrase: Phrase, depth: number, words: Words, isUntitled: boolean): LooseHeading | null {
  const [first] = phrase.tokens;
  if (first?.kind !== "text") return null;
  return first.style === "plain"
    ? markedHeading(phrase, first.text, words, isUntitled)
    : boldHeading(phrase, depth, words);
}

/** `##Properties` lacks a space; text may follow on the next line. */
function markedHeading(phrase: Phrase, text: string, words: Words, isUntitled: boolean): LooseHeading | null {
  const [first, ...others] = phrase.tokens;
  const marked = /^(#{1,6})[^\S\n]*([A-Za-z][^.\n]{0,100})(\n|$)/.exec(text);
  if (marked === null || first?.kind !== "text") return null;
  const [line, marks = "", heading = "", end] = marked;
  const isHeading = marks.length > 1 || kindOf(heading, words) !== null || isUntitled;
  // Markup on the line of the heading would be a part of it.
  if (!isHeading || (end === "" && others.length > 0)) return null;
  const rest = makePhrase([{ ...first, text: text.slice(line.length) }, ...others], phrase.place);
  const isAlone = rest.text === "";
  return { heading: plainPhrase(heading, phrase.place), depth: marks.length, rest: isAlone ? null : rest };
}

/** `**Properties**`, alone or on the first line of a paragraph. */
function boldHeading(phrase: Phrase, depth: number, words: Words): LooseHeading | null {
  const [first, second, ...others] = phrase.tokens;
  if (first?.kind !== "text" || first.style !== "strong") return null;
  const isEnum = second === undefined && (VALUES_HEADING.test(first.text) || PROPERTY_VALUES.test(first.text));
  if (kindOf(first.text, words) === null && !isEnum) return null;
  const heading = { heading: plainPhrase(first.text, phrase.place), depth: Math.max(2, depth + 1) };
  if (second === undefined) return { ...heading, rest: null };
  if (second.kind !== "text" || !(others.length === 0 ? /^\s*:?\s*(?:\n|$)/ : /^\s*:?\s*\n/).test(second.text))
    return null;
  const rest = makePhrase([second, ...others], phrase.place);
  return { ...heading, rest: /^:?$/.test(rest.text) ? null : rest };
}

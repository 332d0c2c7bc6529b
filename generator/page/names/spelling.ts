import type { Block, CodeBlock, Document, Phrase, Section } from "../../markdown/model.ts";
import { singular } from "../../util/singular.ts";
import { lowerFirst, splitWords, upperFirst } from "../../util/words.ts";
import { codeBlocks } from "../content/sections.ts";
import { splitRequestLine, splitUrl } from "../requests/request-line.ts";

/** Most words of prose that one name joins: `directory role assignment`. */
const MOST_WORDS = 4;

/** A shorter word of a text is hardly two words without a space between them. */
const SHORTEST_JOINED = 10;

const METHOD = /\b(?:GET|POST|PUT|PATCH|DELETE)\b/i;

/** Words with which a page can spell a name. */
export interface Spellings {
  /** Words of URLs and of annotations. */
  readonly code: readonly string[];
  /** Texts of the headings and of the prose, each also in lower case. */
  readonly prose: readonly ProseText[];
}

interface ProseText {
  readonly text: string;
  readonly lower: string;
}

/** Collects the words of a page. */
export function readSpellings(document: Document): Spellings {
  const code = [...new Set(document.sections.flatMap(codeBlocks).flatMap(wordsOfCode))];
  const prose = document.sections.flatMap(textsOfSection).map((text) => ({ text, lower: text.toLowerCase() }));
  return { code, prose };
}

/**
 * Finds the spelling of a lowercase name on its page, or null. The spelling with the most inner capitals is the best
 * one, as authors rather leave out a capital than add one. A name in Pascal case may be a product (`OneNote`), so that
 * the spelling of a URL takes precedence over it; words that stand side by side come last: `directory role` →
 * `directoryRole`.
 */
export function spellingOf(name: string, { code, prose }: Spellings): string | null {
  const inCode = code.map((word) => spelledAs(name, word)).filter((word) => word !== null);
  const texts = prose.filter(({ lower }) => lower.includes(name)).flatMap(({ text }) => wordsOf(text));
  const inProse = texts.map((word) => spelledAs(name, word)).filter((word) => word !== null);
  const camel = best([...inCode, ...inProse].filter(isCamel));
  if (camel !== null) return camel;
  const pascal = best([...inCode, ...inProse].map(lowerFirst).filter(isCamel));
  if (pascal !== null && !code.includes(name)) return pascal;
  return isWordOfProse(name, { prose }) ? null : besideEachOther(name, prose);
}

/** Whether a name is a plain word of the page, such as `list`. */
export function isWordOfProse(name: string, { prose }: Pick<Spellings, "prose">): boolean {
  if (name.length >= SHORTEST_JOINED) return false;
  return prose.some(({ lower }) => lower.includes(name) && wordsOf(lower).includes(name));
}

/** Words of texts; the words of code are those of its URLs and types. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\W+/);
}

/** The word, or its singular, if it is the name whatever its case. */
function spelledAs(name: string, word: string): string | null {
  if (word.length < name.length) return null;
  if (word.length === name.length) return word.toLowerCase() === name ? word : null;
  // The plural may have another ending: `policies` is the plural of `policy`.
  if (!word.toLowerCase().startsWith(name.slice(0, -1))) return null;
  const single = singular(word);
  return single.toLowerCase() === name ? single : null;
}

/** The spelling with the most capitals, which separates the most words; the first of several. */
function best(spellings: readonly string[]): string | null {
  const humps = (word: string) => word.replace(/[^A-Z]/g, "").length;
  return spellings.toSorted((a, b) => humps(b) - humps(a))[0] ?? null;
}

function isCamel(word: string): boolean {
  return /^[a-z][a-z0-9]*[A-Z]\w*$/.test(word);
}

/** Joins words that follow each other in a text: `Update a directory role` spells `directoryrole`. */
function besideEachOther(name: string, prose: readonly ProseText[]): string | null {
  for (const { lower } of prose) {
    const words = wordsOf(lower);
    const starts = [...words.keys()].filter((at) => words[at] !== "" && name.startsWith(words[at] ?? ""));
    for (const start of starts) {
      const found = joinedFrom(name, words.slice(start, start + MOST_WORDS));
      if (found !== null) return found;
    }
  }
  return null;
}

/** Joins the first words, the last of them in the singular if need be. */
function joinedFrom(name: string, words: readonly string[]): string | null {
  for (let length = 2; length <= words.length; length++) {
    const run = words.slice(0, length);
    if (!name.startsWith(run.slice(0, -1).join(""))) return null;
    const match = [run, [...run.slice(0, -1), singular(run.at(-1) ?? "")]].find((each) => each.join("") === name);
    if (match !== undefined) return match.map((word, index) => (index === 0 ? word : upperFirst(word))).join("");
  }
  return null;
}

function wordsOfCode({ annotation, value }: CodeBlock): readonly string[] {
  const type = annotation?.values["@odata.type"];
  const named = typeof type === "string" ? type.split(/\W+/) : [];
  // Most fences hold only JSON, whose lines are no requests.
  const requests = METHOD.test(value) ? value.split("\n").flatMap((line) => splitRequestLine(line)) : [];
  return [...named, ...requests.flatMap(({ url }) => splitUrl(url).path.split(/\W+/))];
}

function textsOfSection({ heading, blocks }: Section): readonly string[] {
  return [heading, ...blocks.flatMap(phrasesOf)].flatMap(textsOfPhrase);
}

function phrasesOf(block: Block): readonly Phrase[] {
  switch (block.kind) {
    case "paragraph":
      return [block.phrase];
    case "list":
      return block.items;
    case "alert":
      return block.phrases;
    case "table":
    case "rows":
      return block.rows.flatMap(({ cells }) => cells);
    case "code":
      return [];
  }
}

function textsOfPhrase({ tokens }: Phrase): readonly string[] {
  return tokens.flatMap((token) => (token.kind === "break" ? [] : token.text));
}

/** Splits an identifier into lowercase words. Most words of a page are runs of lowercase letters. */
export function lowerWords(word: string): readonly string[] {
  return /^[A-Z]?[a-z]+$/.test(word) ? [word.toLowerCase()] : splitWords(word).map((part) => part.toLowerCase());
}

import type { Block, CodeBlock, Document, Phrase, Section } from "../../markdown/model.ts";
import { fileStem } from "../../util/paths.ts";
import { remembered } from "../../util/remembered.ts";
import { singular } from "../../util/singular.ts";
import { lowerFirst, splitWords, upperFirst } from "../../util/words.ts";
import { codeBlocks } from "../content/sections.ts";
import { splitRequestLine, splitUrl } from "../requests/request-line.ts";

/** Shorter words ("of", "id") would cover anything; longer ones are names. */
const SHORTEST_WORD = 3;
const LONGEST_WORD = 24;

/**
 * Splits the page's file name at its dashes and gives each part the casing of the page itself, since file names are
 * lower case by custom: `administrativeunit-list-members` → `administrativeUnit`, `list`, `members`. A part that the
 * page does not spell is put together from the page's words: `outlookuser` → `outlookUser`.
 */
export function nameParts(document: Document): readonly string[] {
  const vocabulary = readVocabulary(document);
  const parts = fileStem(document.path).split(/[-_.]/);
  return parts.filter((part) => part !== "").map((part) => spell(part.toLowerCase(), vocabulary) ?? part);
}

interface Vocabulary {
  /** Words of URLs and annotations. */
  readonly code: readonly string[];
  /** Texts of the prose, each with the same in lower case. */
  readonly prose: readonly { readonly text: string; readonly lower: string }[];
  /** Single words of URLs and annotations in lower case, plurals in the singular too. */
  readonly codeWords: () => ReadonlySet<string>;
  /** The same of the prose and of code; few pages need it. */
  readonly words: () => ReadonlySet<string>;
}

function readVocabulary({ sections }: Document): Vocabulary {
  const code = distinct(sections.flatMap(codeBlocks).flatMap(wordsOfCode));
  const prose = sections.flatMap(textsOfSection).map((text) => ({ text, lower: text.toLowerCase() }));
  const codeWords = once(() => singleWords(code));
  const words = once(() => singleWords([...code, ...prose.flatMap(({ text }) => wordsOf(text))]));
  return { code, prose, codeWords, words };
}

function once<T>(make: () => T): () => T {
  const made: T[] = [];
  return () => (made[0] ??= make());
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

function singleWords(found: readonly string[]): ReadonlySet<string> {
  const words = new Set(distinct(found).flatMap(lowerWords));
  return new Set([...words, ...[...words].map(singular)]);
}

/** The same words come back on page after page. */
const lowerWords = remembered((word: string) => splitWords(word).map((part) => part.toLowerCase()));

/** A name of the page, else the words of its URLs, else those of its prose. */
function spell(part: string, vocabulary: Vocabulary): string | null {
  const { codeWords, words } = vocabulary;
  const name = nameOf(part, vocabulary);
  if (name !== null || codeWords().has(part)) return name ?? part;
  const pieces = segment(part, codeWords()) ?? (words().has(part) ? [part] : segment(part, words()));
  return pieces === null ? null : pieces.map((piece, index) => (index === 0 ? piece : upperFirst(piece))).join("");
}

/** A name with inner capitals; one from a URL or an annotation beats one from prose. */
function nameOf(part: string, { code, prose }: Vocabulary): string | null {
  const isPart = (word: string) => word.length === part.length && word.toLowerCase() === part;
  const inProse = prose.filter(({ lower }) => lower.includes(part)).flatMap(({ text }) => wordsOf(text));
  const spellings = [...code, ...inProse].filter(isPart);
  return spellings.find(isCamel) ?? spellings.map(lowerFirst).find(isCamel) ?? null;
}

function isCamel(word: string): boolean {
  return /^[a-z][a-z0-9]*[A-Z]\w*$/.test(word);
}

/** Puts a run of letters together from as few words as possible; null when words do not cover it. */
function segment(run: string, words: ReadonlySet<string>): readonly string[] | null {
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= run.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - LONGEST_WORD); start <= end - SHORTEST_WORD; start++) {
      const before = best[start] ?? null;
      const word = run.slice(start, end);
      const isShorter = before !== null && before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY);
      if (isShorter && words.has(word)) best[end] = [...before, word];
    }
  }
  return best[run.length] ?? null;
}

function wordsOfCode({ annotation, value }: CodeBlock): readonly string[] {
  const type = annotation?.values["@odata.type"];
  const named = typeof type === "string" ? type.split(/\W+/) : [];
  const requests = value.split("\n").flatMap((line) => splitRequestLine(line) ?? []);
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
      return block.rows.flatMap(({ cells }) => cells);
    case "code":
      return [];
  }
}

function textsOfPhrase({ tokens }: Phrase): readonly string[] {
  return tokens.flatMap((token) => (token.kind === "break" ? [] : token.text));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\W+/);
}

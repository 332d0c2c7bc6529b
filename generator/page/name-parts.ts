import pluralize from "pluralize";
import type { Block, CodeBlock, Document, Phrase, Section } from "../markdown/model.ts";
import { fileStem } from "../util/paths.ts";
import { lowerFirst, splitWords, upperFirst } from "../util/words.ts";
import { codeBlocks } from "./page-sections.ts";
import { splitRequestLine, splitUrl } from "./request-line.ts";

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
  /** Names with inner capitals by lower case; one from a URL or an annotation beats one from prose. */
  readonly names: ReadonlyMap<string, string>;
  /** Single words of URLs and annotations in lower case, plurals in the singular too. */
  readonly codeWords: ReadonlySet<string>;
  /** The same of the prose and of code; made when asked for, as few pages need it. */
  readonly words: () => ReadonlySet<string>;
}

function readVocabulary({ sections }: Document): Vocabulary {
  const code = distinct(sections.flatMap(codeBlocks).flatMap(wordsOfCode));
  const all = distinct([...code, ...sections.flatMap(wordsOfSection)]);
  const isCamel = (word: string) => /^[a-z][a-z0-9]*[A-Z]\w*$/.test(word);
  const names = new Map<string, string>();
  for (const name of [...all.filter(isCamel), ...all.map(lowerFirst).filter(isCamel)]) {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  let words: ReadonlySet<string> | null = null;
  return { names, codeWords: singleWords(code), words: () => (words ??= singleWords(all)) };
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

function singleWords(found: readonly string[]): ReadonlySet<string> {
  const words = distinct(found.flatMap(splitWords).map((word) => word.toLowerCase()));
  return new Set([...words, ...words.map((word) => pluralize.singular(word))]);
}

/** A name of the page, else the words of its URLs, else those of its prose. */
function spell(part: string, { names, codeWords, words }: Vocabulary): string | null {
  const name = names.get(part);
  if (name !== undefined || codeWords.has(part)) return name ?? part;
  const pieces = segment(part, codeWords) ?? (words().has(part) ? [part] : segment(part, words()));
  return pieces === null ? null : pieces.map((piece, index) => (index === 0 ? piece : upperFirst(piece))).join("");
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

function wordsOfSection({ heading, blocks }: Section): readonly string[] {
  return [heading, ...blocks.flatMap(phrasesOf)].flatMap(wordsOfPhrase);
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

function wordsOfPhrase({ tokens }: Phrase): readonly string[] {
  return tokens.flatMap((token) => (token.kind === "break" ? [] : token.text.split(/\W+/)));
}

import type { Block, CodeBlock, Document, Phrase, Section } from "../../markdown/model.ts";
import { fileStem } from "../../util/paths.ts";
import { singular } from "../../util/singular.ts";
import { lowerFirst, splitWords, upperFirst } from "../../util/words.ts";
import { codeBlocks } from "../content/sections.ts";
import { splitRequestLine, splitUrl } from "../requests/request-line.ts";

/** Shorter words such as "of" would match anywhere; longer ones are names. */
const SHORTEST_WORD = 3;
const LONGEST_WORD = 24;
/** Maximum number of letters by which a plural differs from its singular: `people`, `person`. */
const PLURAL_ENDING = 5;

/**
 * Splits the file name of a page at its dashes and restores the casing, since file names are in lower case:
 * `administrativeunit-list-members` → `administrativeUnit`, `list`, `members`. A part takes its spelling from the page;
 * a part that the page does not contain is composed of words of the page: `outlookuser` → `outlookUser`.
 */
export function nameParts(document: Document): readonly string[] {
  const fileName = fileStem(document.path);
  const parts = fileName.split(/[-_.]/).filter((part) => part !== "");
  const code = [...new Set(document.sections.flatMap(codeBlocks).flatMap(wordsOfCode))];
  const prose = document.sections.flatMap(textsOfSection).map((text) => ({ text, lower: text.toLowerCase() }));
  const codeWords = singleWords(code, fileName.toLowerCase());
  const fromCode = parts.map((part) => {
    const lower = part.toLowerCase();
    return nameOf(lower, { code, prose }) ?? compose(lower, codeWords);
  });
  if (!fromCode.includes(null)) return fromCode.map((spelling, index) => spelling ?? parts[index] ?? "");
  // Few pages need the words of their prose, which take the longest to split.
  const words = singleWords([...code, ...prose.flatMap(({ text }) => wordsOf(text))], fileName.toLowerCase());
  return parts.map((part, index) => fromCode[index] ?? compose(part.toLowerCase(), words) ?? part);
}

/** The texts in which a page can spell a name. */
interface Spellings {
  /** Words of URLs and annotations. */
  readonly code: readonly string[];
  /** Texts of the prose, each also in lower case. */
  readonly prose: readonly { readonly text: string; readonly lower: string }[];
}

/** Splits identifiers into lowercase words and adds the singular of each; omits words that no part contains. */
function singleWords(found: readonly string[], fileName: string): ReadonlySet<string> {
  const words = new Set([...new Set(found)].flatMap(lowerWords));
  const usable = [...words].filter((word) =>
    fileName.includes(word.slice(0, Math.max(1, word.length - PLURAL_ENDING))),
  );
  return new Set([...usable, ...usable.map(singular)]);
}

/** Most words of a page are runs of lowercase letters, which need no splitting. */
function lowerWords(word: string): readonly string[] {
  return /^[a-z]+$/.test(word) ? [word] : splitWords(word).map((part) => part.toLowerCase());
}

/** Spells a part with known words; null if they do not cover it. */
function compose(part: string, words: ReadonlySet<string>): string | null {
  const pieces = words.has(part) ? [part] : segment(part, words);
  return pieces?.map((piece, index) => (index === 0 ? piece : upperFirst(piece))).join("") ?? null;
}

/** A name with inner capitals; a spelling in a URL or an annotation takes precedence over one in prose. */
function nameOf(part: string, { code, prose }: Spellings): string | null {
  const isPart = (word: string) => word.length === part.length && word.toLowerCase() === part;
  const inProse = prose.filter(({ lower }) => lower.includes(part)).flatMap(({ text }) => wordsOf(text));
  const spellings = [...code, ...inProse].filter(isPart);
  return spellings.find(isCamel) ?? spellings.map(lowerFirst).find(isCamel) ?? null;
}

function isCamel(word: string): boolean {
  return /^[a-z][a-z0-9]*[A-Z]\w*$/.test(word);
}

/** Splits a run of letters into as few words as possible; null if the words do not cover it. */
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
    case "rows":
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

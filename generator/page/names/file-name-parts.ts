import type { Document } from "../../markdown/model.ts";
import { fileStem } from "../../util/paths.ts";
import { singular } from "../../util/singular.ts";
import { upperFirst } from "../../util/words.ts";
import { isShortWord } from "./english.ts";
import { isWordOfProse, lowerWords, readSpellings, spellingOf, wordsOf } from "./spelling.ts";

/** Shorter words would match anywhere, other than those of the grammar such as "by". */
const SHORTEST_WORD = 3;
const LONGEST_WORD = 24;
/** Shortest word that may be left over beside known words: `root` of `reportroot`. */
const SHORTEST_UNKNOWN = 4;
/** Endings of derived words, and `s` of a plural before another consonant, are no words that are left over. */
const NO_WORD = /^(?:(?:[ai]t|ificat)?ions?|ments?|ings?|[ia]bles?|ness|it(?:y|ies)|ators?|s[bdfgjrvxz].*)$/;
/** A piece that no word of the page explains counts as much as this many known words. */
const COST_OF_UNKNOWN = 8;
/** Names have their words in the singular: `userScope` rather than `usersCope`. */
const COST_OF_PLURAL = 3;
/** Maximum number of letters by which a plural differs from its singular: `people`, `person`. */
const PLURAL_ENDING = 5;

/** Words of a name, the number of words that they cost, and whether one of them is unknown. */
interface Pieces {
  readonly words: readonly string[];
  readonly cost: number;
  readonly unknown: number;
}

/**
 * Splits the file name of a page at its dashes and restores the casing, since file names are in lower case:
 * `administrativeunit-list-members` → `administrativeUnit`, `list`, `members`. A part takes its spelling from the page;
 * a part that the page does not contain is composed of words of the page: `outlookuser` → `outlookUser`.
 */
export function nameParts(document: Document): readonly string[] {
  const fileName = fileStem(document.path);
  const parts = fileName.split(/[-_.]/).filter((part) => part !== "");
  const spellings = readSpellings(document);
  const codeWords = singleWords(spellings.code, fileName.toLowerCase());
  const fromCode = parts.map((part) => {
    const lower = part.toLowerCase();
    const spelling = spellingOf(lower, spellings) ?? compose(lower, codeWords, false);
    return spelling ?? (isWordOfProse(lower, spellings) ? lower : null);
  });
  if (!fromCode.includes(null)) return fromCode.map((spelling, index) => spelling ?? parts[index] ?? "");
  // Few pages need the words of their prose, which take the longest to split.
  const prose = spellings.prose.flatMap(({ text }) => wordsOf(text));
  const words = singleWords([...spellings.code, ...prose], fileName.toLowerCase());
  return parts.map((part, index) => {
    const lower = part.toLowerCase();
    return fromCode[index] ?? compose(lower, words, false) ?? compose(lower, words, true) ?? part;
  });
}

/** Splits identifiers into lowercase words and adds the singular of each; omits words that no part contains. */
function singleWords(found: readonly string[], fileName: string): ReadonlySet<string> {
  const words = new Set([...new Set(found)].flatMap(lowerWords));
  const usable = [...words].filter((word) =>
    fileName.includes(word.slice(0, Math.max(1, word.length - PLURAL_ENDING))),
  );
  return new Set([...usable, ...usable.map(singular)]);
}

/** Spells a part with known words, and with one unknown word between them if that is allowed; null if they are not enough. */
function compose(part: string, words: ReadonlySet<string>, allowUnknown: boolean): string | null {
  const pieces = words.has(part) ? [part] : segment(part, words, allowUnknown);
  return pieces?.map((piece, index) => (index === 0 ? piece : upperFirst(piece))).join("") ?? null;
}

/** Splits a run of letters into as few words as possible; null if the words do not cover it. */
function segment(run: string, words: ReadonlySet<string>, allowUnknown: boolean): readonly string[] | null {
  const best: (Pieces | null)[] = [{ words: [], cost: 0, unknown: 0 }];
  for (let end = 1; end <= run.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
      const before = best[start] ?? null;
      const next = before === null ? null : withPiece(before, run.slice(start, end), words, allowUnknown);
      if (next !== null && next.cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = next;
    }
  }
  const found = best[run.length] ?? null;
  return found === null || found.words.length === found.unknown ? null : found.words;
}

function withPiece(before: Pieces, piece: string, words: ReadonlySet<string>, allowUnknown: boolean): Pieces | null {
  const isKnown = words.has(piece) && isWordOf(before, piece, allowUnknown);
  const isBetween = piece.length >= SHORTEST_WORD && isShortWord(piece) && before.unknown > 0;
  if (isKnown || isBetween) {
    const cost = words.has(singular(piece)) && singular(piece) !== piece ? COST_OF_PLURAL : 1;
    return { words: [...before.words, piece], cost: before.cost + cost, unknown: before.unknown };
  }
  if (!allowUnknown || before.unknown > 0 || piece.length < SHORTEST_UNKNOWN || NO_WORD.test(piece)) return null;
  return { words: [...before.words, piece], cost: before.cost + COST_OF_UNKNOWN + piece.length, unknown: 1 };
}

/** A short word such as "by" does not begin a name; beside an unknown word it is rather a part of that. */
function isWordOf(before: Pieces, piece: string, besideUnknown: boolean): boolean {
  if (besideUnknown) return piece.length >= SHORTEST_WORD && !isShortWord(piece);
  return piece.length >= SHORTEST_WORD || (before.words.length > 0 && isShortWord(piece));
}

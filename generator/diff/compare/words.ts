import { diffWordsWithSpace, type ChangeObject } from "diff";
import type { Pair } from "../model.ts";

/** Words that are shown on each side of a change. */
const CONTEXT = 3;

/** Characters of an excerpt; a longer one is cut, as its place in the docs is stated next to it. */
const LONGEST = 240;

/** Edits after which two texts count as rewritten, so that comparing large examples stays fast. */
const MOST_EDITS = 400;

/**
 * Finds the words that differ between two texts.
 *
 * @returns an excerpt of each text with a few words around every difference, or null if the texts differ only in white
 *   space, which pages may use to wrap lines
 */
export function differingWords(texts: Pair<string>): Pair<string> | null {
  const before = collapse(texts.before);
  const after = collapse(texts.after);
  if (before === after) return null;
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (parts === undefined) return { before: cut(before), after: cut(after) };
  const last = parts.length - 1;
  const shown = parts.map((part, index) => shorten(part, index === 0, index === last));
  return {
    before: cut(joined(shown.filter((_, index) => parts[index]?.added === false))),
    after: cut(joined(shown.filter((_, index) => parts[index]?.removed === false))),
  };
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function joined(texts: readonly string[]): string {
  return texts.join("").trim();
}

/** Shortens text that did not change to the words next to the changes. */
function shorten({ value, added, removed }: ChangeObject<string>, isFirst: boolean, isLast: boolean): string {
  if (added || removed) return value;
  const words = value.split(" ");
  const start = isFirst ? [] : words.slice(0, CONTEXT + 1);
  const end = isLast ? [] : words.slice(-CONTEXT - 1);
  return start.length + end.length + 1 >= words.length ? value : [...start, "…", ...end].join(" ");
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

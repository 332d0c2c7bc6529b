import { type Phrase, plainPhrase } from "../../markdown/model.ts";
import type { ColumnKind } from "./vocabulary.ts";

/** A column of permissions, whose title states their order as well. */
const PERMISSIONS = /^permissions?\b/i;
/** A column of the values of a property that the title names. */
const VALUES = /^[\w.@-]+ values?$/i;
/** Longer titles are sentences. */
const LONGEST = 100;

/**
 * Splits titles that lack the pipe between them, such as `Return type Description`, where the last columns have no
 * title.
 *
 * @param kindOf kind of a column by its title, or null for an unknown title
 */
export function splitTitles(
  header: readonly Phrase[],
  kindOf: (title: string) => ColumnKind | null,
): readonly Phrase[] {
  let titles = header;
  while (titles.length > 1 && titles.at(-1)?.text === "") {
    const pairs = titles.map((title) => splitTitle(title, kindOf));
    const at = pairs.findIndex((pair) => pair.length > 1);
    if (at === -1) return titles;
    titles = titles.slice(0, -1).toSpliced(at, 1, ...(pairs[at] ?? []));
  }
  return titles;
}

function otherKind(title: string): "permissions" | "values" | null {
  if (PERMISSIONS.test(title)) return "permissions";
  return VALUES.test(title) ? "values" : null;
}

/** The two titles of which a title consists, both known or without a space between them; the title itself otherwise. */
function splitTitle(title: Phrase, kindOf: (title: string) => ColumnKind | null): readonly Phrase[] {
  const { text, place } = title;
  if (text.length > LONGEST || kindOf(text) !== null) return [title];
  const kind = (part: string) => kindOf(part) ?? otherKind(part);
  const parts = Array.from({ length: text.length - 1 }, (_, index) => {
    return { at: index + 1, left: text.slice(0, index + 1).trim(), right: text.slice(index + 1).trim() };
  });
  const found =
    parts.find(({ left, right }) => kind(left) !== null && kind(right) !== null && kind(left) !== kind(right)) ??
    parts.find(({ left, right, at }) => /[a-z]$/.test(left) && /^[A-Z]/.test(text.slice(at)) && kind(right) !== null);
  if (found === undefined) return [title];
  return [plainPhrase(found.left, place), plainPhrase(found.right, { ...place, column: place.column + found.at })];
}

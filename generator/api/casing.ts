import type { Page } from "../page/model.ts";
import { compareStrings } from "../util/compare.ts";

/**
 * Words of the reference by lower case, in the casing that names use: types, properties and segments of paths. File
 * names are lower case, and not every page spells out the names that its own consists of.
 */
export function readCasing(pages: readonly Page[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const word of pages.flatMap(wordsOf)) {
    if (!/^[a-z][a-z0-9]*[A-Z]\w*$/.test(word)) continue;
    const spellings = counts.get(word.toLowerCase()) ?? new Map<string, number>();
    counts.set(word.toLowerCase(), spellings.set(word, (spellings.get(word) ?? 0) + 1));
  }
  return new Map([...counts].map(([word, spellings]) => [word, mostUsed(spellings) ?? word]));
}

function wordsOf({ types, enums, operation }: Page): readonly string[] {
  const names = types.flatMap(({ name, properties }) => [name, ...properties.map((property) => property.name)]);
  const paths = operation?.requests.flatMap(({ path }) => path.split(/\W+/)) ?? [];
  return [...names, ...enums.map(({ name }) => name), ...paths, operation?.subject?.name ?? ""];
}

function mostUsed(spellings: ReadonlyMap<string, number>): string | undefined {
  const ranked = [...spellings].sort(([a, m], [b, n]) => n - m || compareStrings(a, b));
  return ranked[0]?.[0];
}

import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Page, UnknownWords } from "./model.ts";

/** Number of words of each kind to list. */
const LISTED = 5;
/** In fewer pages, a title that most of them share can be a coincidence. */
const FEW = 4;

type UnknownPage = Page & { readonly unknown: UnknownWords };

/**
 * Finds out whether most pages have headings or tables that the dialect does not know, such as translated docs or those
 * of another service. A package made from such docs would lack most of what they state.
 *
 * @returns one diagnostic with the words that are not known, or null
 */
export function findUnknownDialect(pages: readonly Page[]): Diagnostic | null {
  const foreign = pages.filter(isForeign);
  const shared = sharedTitles(pages);
  const found = foreign.length * 2 > pages.length ? foreign : pages.filter((page) => hasTitle(page, shared));
  const [first] = found;
  if (first === undefined) return null;
  const place = first.unknown.tables[0]?.place ?? { file: first.path, line: 1, column: 1 };
  const headings = mostUsed(found.flatMap(({ unknown }) => unknown.headings));
  const tables = mostUsed(found.flatMap(({ unknown }) => unknown.tables.map(({ title }) => title)));
  const words = [
    ...(headings.length === 0 ? [] : [`sections ${headings.join(", ")}`]),
    ...(tables.length === 0 ? [] : [`tables ${tables.join(", ")}`]),
  ];
  const params = { words: words.join(" and "), count: found.length, pages: pages.length };
  return createDiagnostic("docs-unknown", params, place);
}

/** Whether the dialect knows fewer headings of a page than it does not know, and something is lost. */
function isForeign(page: Page): page is UnknownPage {
  if (page.unknown === undefined) return false;
  const { headings, tables, known } = page.unknown;
  const isEmpty = page.operation === null && page.types.length + page.enums.length + page.methods.length === 0;
  return headings.length > known && (tables.length > 0 || (isEmpty && known > 0));
}

/** Titles of unknown tables that more than half of the pages have. */
function sharedTitles(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { unknown } of pages) {
    const titles = new Set(unknown?.tables.map(({ title }) => title));
    for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const isShared = (count: number) => pages.length >= FEW && count * 2 > pages.length;
  return new Set([...counts].flatMap(([title, count]) => (isShared(count) ? [title] : [])));
}

function hasTitle(page: Page, titles: ReadonlySet<string>): page is UnknownPage {
  return page.unknown?.tables.some(({ title }) => titles.has(title)) === true;
}

function mostUsed(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => JSON.stringify(word));
  return sorted.length > LISTED ? [...sorted.slice(0, LISTED), `${sorted.length - LISTED} more`] : sorted;
}

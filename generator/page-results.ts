import { keyOf } from "./cache/store.ts";
import type { Result } from "./diagnostics/diagnostic.ts";
import { keptResults } from "./kept-results.ts";
import { parseLinted, type LintedSource } from "./lint-task.ts";
import type { Page } from "./page/model.ts";
import { parsePage } from "./page-text.ts";
import { loadPages } from "./source/find.ts";
import type { FoundPage } from "./source/model.ts";
import type { Work } from "./work.ts";

/** Told how many pages of how many are read. */
type Advance = (done: number, total: number) => void;

/**
 * Reads what each page states, or takes it from an earlier run that read the same page with the same includes.
 *
 * @param pages pages that were found
 * @param work what earlier runs have done, and who does the rest
 * @param advance told how many pages of how many are read
 * @returns results in the order of the pages
 */
export async function readResults(
  pages: readonly FoundPage[],
  work: Work,
  advance: Advance,
): Promise<readonly Result<Page | null>[]> {
  const store = await work.pages();
  const results = await keptResults({
    store,
    keys: pages.map((page) => pageKey(page, work.stamp)),
    make: makePages("pages", pages, work, advance),
    parse: parsePage,
  });
  // The threads' parsers are not needed any more. What is to be kept is written while the run goes on; who set up the
  // work waits for it.
  void store.save();
  await work.pool.rest();
  return results;
}

/** The same, with what the rules that need one page alone find in it. */
export async function lintResults(pages: readonly FoundPage[], work: Work): Promise<readonly LintedSource[]> {
  return keptResults({
    store: await work.lint(),
    keys: pages.map((page) => pageKey(page, work.stamp)),
    make: makePages("lint", pages, work, () => undefined),
    parse: (text) => parseLinted(text.toString()),
  });
}

function makePages(kind: "pages" | "lint", pages: readonly FoundPage[], work: Work, advance: Advance) {
  return async (missing: readonly number[]): Promise<readonly string[]> => {
    const items = await loadPages(missing.flatMap((index) => pages[index] ?? []));
    const known = pages.length - items.length;
    advance(known, pages.length);
    return work.pool.run({ kind, items }, (done) => {
      advance(known + done, pages.length);
    });
  };
}

/** Key of everything that a page's result depends on. */
function pageKey({ path, content }: FoundPage, stamp: string): string {
  return keyOf(stamp, path, content);
}

import type { Result } from "../diagnostics/diagnostic.ts";
import type { Memo, Step } from "../memo/memo.ts";
import type { Dialect } from "../page/dialect.ts";
import type { Page } from "../page/model.ts";
import { loadPages } from "../source/find.ts";
import type { FoundPage } from "../source/model.ts";
import type { Work } from "../workers/work.ts";
import { parseLinted, type LintedRecord, type LintedSource } from "./lint-task.ts";

/** Receives the number of pages that have been read, and the number of all pages. */
export type Advance = (done: number, total: number) => void;

const PAGES = {
  name: "pages",
  is: (value: unknown): value is Result<Page | null> => Array.isArray(value) && value.length === 2,
} as const;

const LINT = {
  name: "lint",
  is: (value: unknown): value is LintedRecord => typeof value === "object" && value !== null && "linted" in value,
} as const;

/**
 * Reads the facts of each page.
 *
 * @param pages pages that were found
 * @param dialect namespace and words of the docs
 * @param work threads and results of earlier runs
 * @param advance called after each part
 * @returns results in the order of the pages
 */
export async function readResults(
  pages: readonly FoundPage[],
  dialect: Dialect,
  work: Work,
  advance: Advance,
): Promise<readonly Result<Page | null>[]> {
  const results = await readAll(PAGES, pages, dialect, work, advance);
  // The parsers of the threads take memory and are no longer needed.
  await work.pool.rest();
  return results;
}

/** Reads the facts of each page, with the findings of the rules that need only a single page. */
export async function lintResults(
  pages: readonly FoundPage[],
  dialect: Dialect,
  work: Work,
): Promise<readonly LintedSource[]> {
  return (await readAll(LINT, pages, dialect, work, () => undefined)).map(parseLinted);
}

async function readAll<O>(
  step: Step<O> & { readonly name: "pages" | "lint" },
  pages: readonly FoundPage[],
  dialect: Dialect,
  { memo, pool }: { readonly memo: Memo; readonly pool: Work["pool"] },
  advance: Advance,
): Promise<readonly O[]> {
  // The result for a page depends only on the dialect, on its own text and on that of its includes.
  const words = JSON.stringify(dialect);
  const keys = pages.map(({ path, content }) => `${path}\n${content}\n${words}`);
  return memo.runAll(step, keys, {}, async (missing) => {
    const items = await loadPages(missing.flatMap(({ index }) => pages[index] ?? []));
    const cached = pages.length - items.length;
    advance(cached, pages.length);
    const texts = await pool.run({ kind: step.name, dialect, items }, (done) => {
      advance(cached + done, pages.length);
    });
    return texts.map((text) => parse(step, text));
  });
}

function parse<O>(step: Step<O>, text: string): O {
  const result: unknown = JSON.parse(text);
  if (step.is(result)) return result;
  throw new Error(`Unexpected result ${text.slice(0, 40)}, expected one of ${step.name}`);
}

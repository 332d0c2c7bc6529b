import type { Memo, Step } from "../memo/memo.ts";
import type { Dialect } from "../page/dialect.ts";
import { loadPages } from "../source/find.ts";
import type { FoundPage } from "../source/model.ts";
import type { Work } from "../workers/work.ts";
import { parseLinted, type LintedRecord, type LintedSource } from "./lint-task.ts";

/** Receives the number of pages that have been read, and the number of all pages. */
export type Advance = (done: number, total: number) => void;

const PAGES: Step<LintedRecord> = {
  name: "pages",
  // A page that took too long on a busy machine is read again in the next run.
  is: (value: unknown): value is LintedRecord =>
    isRecord(value) && !value.result[1].some(({ code }) => code === "page-too-slow"),
};

function isRecord(value: unknown): value is LintedRecord {
  return typeof value === "object" && value !== null && "linted" in value;
}

/**
 * Reads the facts of each page, with the findings of the rules that need only a single page.
 *
 * @param pages pages that were found
 * @param dialect namespace and words of the docs
 * @param work threads and results of earlier runs
 * @param advance called after each part
 * @returns results in the order of the pages
 */
export async function readPages(
  pages: readonly FoundPage[],
  dialect: Dialect,
  { memo, pool }: { readonly memo: Memo; readonly pool: Work["pool"] },
  advance: Advance = () => undefined,
): Promise<readonly LintedSource[]> {
  // The result for a page depends only on the dialect, on its own text and on that of its includes.
  const words = JSON.stringify(dialect);
  const keys = pages.map(({ path, content }) => `${path}\n${content}\n${words}`);
  const records = await memo.runAll(PAGES, keys, {}, async (missing) => {
    const items = await loadPages(missing.flatMap(({ index }) => pages[index] ?? []));
    const cached = pages.length - items.length;
    advance(cached, pages.length);
    const texts = await pool.run({ kind: "pages", dialect, items }, (done) => {
      advance(cached + done, pages.length);
    });
    return texts.map(parse);
  });
  // The parsers of the threads take memory and are no longer needed.
  await pool.rest();
  return records.map(parseLinted);
}

function parse(text: string): LintedRecord {
  const result: unknown = JSON.parse(text);
  if (isRecord(result)) return result;
  throw new Error(`Unexpected result ${text.slice(0, 40)}, expected that of a page`);
}

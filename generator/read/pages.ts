import type { Result } from "../diagnostics/diagnostic.ts";
import type { Memo, Step } from "../memo/memo.ts";
import type { Page } from "../page/model.ts";
import { loadPages } from "../source/find.ts";
import type { FoundPage } from "../source/model.ts";
import type { Work } from "../workers/work.ts";
import { parseLinted, type LintedRecord, type LintedSource } from "./lint-task.ts";

/** Called with how many pages of how many are read. */
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
 * Reads what each page states.
 *
 * @param pages pages that were found
 * @param work what the run works with
 * @param advance called after each part
 * @returns results in the order of the pages
 */
export async function readResults(
  pages: readonly FoundPage[],
  work: Work,
  advance: Advance,
): Promise<readonly Result<Page | null>[]> {
  const results = await readAll(PAGES, pages, work, advance);
  // The parsers of the threads take memory, and nothing needs them any more.
  await work.pool.rest();
  return results;
}

/** Reads what each page states, with the findings of the rules that need one page alone. */
export async function lintResults(pages: readonly FoundPage[], work: Work): Promise<readonly LintedSource[]> {
  return (await readAll(LINT, pages, work, () => undefined)).map(parseLinted);
}

async function readAll<O>(
  step: Step<O> & { readonly name: "pages" | "lint" },
  pages: readonly FoundPage[],
  { memo, pool }: { readonly memo: Memo; readonly pool: Work["pool"] },
  advance: Advance,
): Promise<readonly O[]> {
  // A page depends on nothing but its own text and that of its includes.
  const keys = pages.map(({ path, content }) => `${path}\n${content}`);
  return memo.runAll(step, keys, {}, async (missing) => {
    const items = await loadPages(missing.flatMap(({ index }) => pages[index] ?? []));
    const cached = pages.length - items.length;
    advance(cached, pages.length);
    const texts = await pool.run({ kind: step.name, items }, (done) => {
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

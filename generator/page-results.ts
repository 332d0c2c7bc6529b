import { keyOf } from "./cache/store.ts";
import type { Result } from "./diagnostics/diagnostic.ts";
import { keptResults } from "./kept-results.ts";
import { parseLinted, type LintedSource } from "./lint-task.ts";
import type { Page } from "./page/model.ts";
import type { SourcePage } from "./source/model.ts";
import type { Work } from "./work.ts";

/** Told how many pages of how many are read. */
type Advance = (done: number, total: number) => void;

/**
 * Reads what each page states, or takes it from an earlier run that read the same page with the same includes.
 *
 * @param sources pages
 * @param work what earlier runs have done, and who does the rest
 * @param advance told how many pages of how many are read
 * @returns results in the order of the pages
 */
export async function readResults(
  sources: readonly SourcePage[],
  work: Work,
  advance: Advance,
): Promise<readonly Result<Page | null>[]> {
  const store = await work.pages();
  const results = await keptResults({
    store,
    keys: sources.map((source) => sourceKey(source, work.stamp)),
    make: makePages("pages", sources, work, advance),
    parse: parseResult,
  });
  // Nothing of the reading is needed any more, neither the texts of its results nor the threads' parsers. What is to be
  // kept is written while the run goes on; who set up the work waits for it.
  void store.save();
  await work.pool.close();
  return results;
}

/** The same, with what the rules that need one page alone find in it. */
export async function lintResults(sources: readonly SourcePage[], work: Work): Promise<readonly LintedSource[]> {
  return keptResults({
    store: await work.lint(),
    keys: sources.map((source) => sourceKey(source, work.stamp)),
    make: makePages("lint", sources, work, () => undefined),
    parse: parseLinted,
  });
}

function makePages(kind: "pages" | "lint", sources: readonly SourcePage[], work: Work, advance: Advance) {
  return (missing: readonly number[]): Promise<readonly string[]> => {
    const items = missing.flatMap((index) => sources[index] ?? []);
    const known = sources.length - items.length;
    advance(known, sources.length);
    return work.pool.run({ kind, items }, (done) => {
      advance(known + done, sources.length);
    });
  };
}

/** Key of everything that a page's result depends on. */
function sourceKey({ path, text, problem, includes }: SourcePage, stamp: string): string {
  return keyOf(stamp, path, text ?? "", problem ?? "", JSON.stringify(Object.entries(includes)));
}

/** What a thread sends and a store keeps was made by the same program: its stamp is part of the key. */
function parseResult(text: string): Result<Page | null> | null {
  const parsed: unknown = JSON.parse(text);
  return isResult(parsed) ? parsed : null;
}

function isResult(value: unknown): value is Result<Page | null> {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === "object" && Array.isArray(value[1]);
}

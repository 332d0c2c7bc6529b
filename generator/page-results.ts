import { keyOf } from "./cache/store.ts";
import type { Result } from "./diagnostics/diagnostic.ts";
import type { Page } from "./page/model.ts";
import type { SourcePage } from "./source/model.ts";
import type { Work } from "./work.ts";

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
  advance: (done: number, total: number) => void,
): Promise<readonly Result<Page | null>[]> {
  const store = await work.pages();
  const keys = sources.map((source) => sourceKey(source, work.stamp));
  const known = keys.map((key) => parseResult(store.get(key)));
  const missing = [...sources.keys()].filter((index) => known[index] === null);
  const items = missing.flatMap((index) => sources[index] ?? []);
  advance(sources.length - items.length, sources.length);
  const texts = await work.pool.run({ kind: "pages", items }, (done) => {
    advance(sources.length - items.length + done, sources.length);
  });
  const fresh = new Map<number, Result<Page | null>>();
  for (const [at, index] of missing.entries()) {
    const text = texts[at] ?? "";
    const result = parseResult(text);
    if (result === null) throw new Error(`Unexpected result of page ${sources[index]?.path ?? ""}, expected JSON`);
    fresh.set(index, result);
    store.set(keys[index] ?? "", text);
  }
  return known.flatMap((result, index) => {
    const found = result ?? fresh.get(index);
    return found === undefined ? [] : [found];
  });
}

/** Key of everything that a page's result depends on. */
function sourceKey({ path, text, problem, includes }: SourcePage, stamp: string): string {
  return keyOf(stamp, path, text ?? "", problem ?? "", JSON.stringify(Object.entries(includes)));
}

/** What a thread sends and a store keeps was made by the same program: its stamp is part of the key. */
function parseResult(text: string | null): Result<Page | null> | null {
  if (text === null) return null;
  const parsed: unknown = JSON.parse(text);
  return isResult(parsed) ? parsed : null;
}

function isResult(value: unknown): value is Result<Page | null> {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === "object" && Array.isArray(value[1]);
}

import type { Host } from "../host/host.ts";
import { compareStrings } from "../util/compare.ts";

/**
 * Finds all Markdown pages below the docs folder. Folders named `includes` contain parts of pages and are skipped.
 *
 * @returns POSIX paths relative to the docs folder, sorted
 */
export async function discoverPages(host: Host, docs: string): Promise<readonly string[]> {
  return pagesAmong(await host.list(docs));
}

/** The pages among the files of the docs, sorted. */
export function pagesAmong(files: readonly string[]): readonly string[] {
  return files.filter(isPage).toSorted(compareStrings);
}

/** Whether a file is a page, by its POSIX path relative to the docs folder. */
export function isPage(file: string): boolean {
  return /\.md$/i.test(file) && !/(?:^|\/)(?:\.|(?:includes|node_modules)(?:\/|$))/i.test(file);
}

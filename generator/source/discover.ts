import type { Host } from "../host.ts";
import { compareStrings } from "../util/compare.ts";

/**
 * Finds every Markdown page below the docs folder. Folders named `includes` hold parts of pages and are left out.
 *
 * @returns POSIX paths relative to the docs folder, sorted
 */
export async function discoverPages(host: Host, docs: string): Promise<readonly string[]> {
  return (await host.list(docs)).filter(isPage).toSorted(compareStrings);
}

/** Whether a file below the docs folder is a page, and no part of one; a POSIX path relative to the folder. */
export function isPage(file: string): boolean {
  return /\.md$/i.test(file) && !/(?:^|\/)(?:\.|(?:includes|node_modules)(?:\/|$))/i.test(file);
}

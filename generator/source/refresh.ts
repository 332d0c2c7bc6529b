import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { compareStrings } from "../util/compare.ts";
import type { SourcePage } from "./model.ts";
import { isPage, readPages, type ReadContext } from "./read.ts";

/**
 * Brings pages up to date after some files changed: reads these pages and those that include one of the files.
 *
 * @param context folders and host
 * @param known pages as they were
 * @param changed files that were made, changed or removed, absolute
 * @returns pages in the order of their paths; one that is as it was is the same object
 */
export async function refreshSources(
  context: ReadContext,
  known: readonly SourcePage[],
  changed: ReadonlySet<string>,
): Promise<readonly SourcePage[]> {
  const files = new Set([...changed].map((file) => path.relative(context.docs, file).replaceAll(path.sep, "/")));
  const touched = known.filter((page) => Object.keys(page.includes).some((file) => files.has(file)));
  const wanted = new Set([...touched.map((page) => page.path), ...[...files].filter(isInner).filter(isPage)]);
  const standing = await Promise.all(
    [...wanted].map(async (file) =>
      (await context.host.kind(path.join(context.docs, file))) === "file" ? file : null,
    ),
  );
  const read = await readPages(
    context,
    standing.flatMap((file) => file ?? []),
  );
  const before = new Map(known.map((page) => [page.path, page]));
  const fresh = read.map((page) => {
    const old = before.get(page.path);
    return old !== undefined && isDeepStrictEqual(old, page) ? old : page;
  });
  const kept = known.filter((page) => !wanted.has(page.path));
  return [...kept, ...fresh].toSorted((a, b) => compareStrings(a.path, b.path));
}

function isInner(file: string): boolean {
  return !file.startsWith("../") && !path.isAbsolute(file);
}

import path from "node:path";
import { compareStrings } from "../util/compare.ts";
import { isPage } from "./discover.ts";
import { findPages } from "./find.ts";
import type { FoundPage } from "./model.ts";
import type { ReadContext } from "./text.ts";

/**
 * Updates pages after files changed: finds the changed pages again, and the pages that include a changed file.
 *
 * @param context folders and host
 * @param before pages before the change
 * @param changed files that were created, changed or removed, absolute
 * @returns pages sorted by path; an unchanged page is the same object as before
 */
export async function refreshPages(
  context: ReadContext,
  before: readonly FoundPage[],
  changed: ReadonlySet<string>,
): Promise<readonly FoundPage[]> {
  const files = new Set([...changed].map((file) => path.relative(context.docs, file).replaceAll(path.sep, "/")));
  const touched = before.filter((page) => page.includes.some((file) => files.has(file)));
  const wanted = new Set([...touched.map((page) => page.path), ...[...files].filter(isInner).filter(isPage)]);
  const existing = await Promise.all(
    [...wanted].map(async (file) =>
      (await context.host.isRegular(path.join(context.docs, file))) === true ? file : null,
    ),
  );
  const found = await findPages(
    context,
    existing.flatMap((file) => file ?? []),
  );
  const byPath = new Map(before.map((page) => [page.path, page]));
  const fresh = found.map((page) => {
    const old = byPath.get(page.path);
    return old?.content === page.content ? old : page;
  });
  const unchanged = before.filter((page) => !wanted.has(page.path));
  return [...unchanged, ...fresh].toSorted((a, b) => compareStrings(a.path, b.path));
}

function isInner(file: string): boolean {
  return !file.startsWith("../") && !path.isAbsolute(file);
}

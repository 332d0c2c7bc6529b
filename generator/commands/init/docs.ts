/**
 * Finds the folder with the most pages in its `api/` and `resources/`; if there are several, the first by name.
 *
 * @param files sorted POSIX paths, relative to the current folder
 * @returns `.` for the current folder, or null if there is no such folder
 */
export function findDocs(files: readonly string[]): string | null {
  const pages = new Map<string, number>();
  for (const file of files) {
    const match = /^(?:(.+)\/)?(?:api|resources)\/[^/]+\.md$/.exec(file);
    if (match === null) continue;
    const docs = match[1] ?? ".";
    pages.set(docs, (pages.get(docs) ?? 0) + 1);
  }
  const most = Math.max(...pages.values());
  return [...pages].find(([, count]) => count === most)?.[0] ?? null;
}

/** Heading of the entries that no release contains yet. */
const UNRELEASED = "## Unreleased";

/**
 * Moves the unreleased entries of the changelog under the heading of a version.
 *
 * @param text the changelog
 * @param version new version
 * @param date day of the release, such as 2026-03-31
 * @throws Error if there are no unreleased entries, or if the version has entries already
 */
export function releaseEntries(text: string, version: string, date: string): string {
  const [before, after] = text.split(`\n${UNRELEASED}\n`);
  if (before === undefined || after === undefined) throw new Error(`CHANGELOG.md lacks the heading "${UNRELEASED}"`);
  if (after.split(/^## /m)[0]?.trim() === "") throw new Error(`CHANGELOG.md has no entries under "${UNRELEASED}"`);
  if (after.includes(`\n## ${version} `)) throw new Error(`CHANGELOG.md already has entries of version ${version}`);
  return `${before}\n${UNRELEASED}\n\n## ${version} (${date})\n${after}`;
}

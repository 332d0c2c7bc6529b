/** First line of a new changelog. */
const TITLE = "# Changelog";

/** The newest entry and the text around it. */
interface NewestEntry {
  readonly before: string;
  /** Trimmed text below the heading of the entry. */
  readonly body: string;
  readonly after: string;
}

/**
 * Finds the newest entry of a changelog.
 *
 * @returns null if the newest entry has another version, or the changelog has no entries
 */
function findNewest(text: string, version: string): NewestEntry | null {
  const headings = [...text.matchAll(/^## (.*)$/gm)];
  const [newest, next] = headings;
  if (newest?.[1]?.trim() !== version) return null;
  const end = next?.index ?? text.length;
  return {
    before: text.slice(0, newest.index),
    body: text.slice(newest.index + newest[0].length, end).trim(),
    after: text.slice(end),
  };
}

/** Whether the newest entry of a changelog has this version and this text. */
export function isRecorded(text: string, version: string, body: string): boolean {
  return findNewest(text, version)?.body === body.trim();
}

/**
 * Adds an entry to a changelog, above all other entries. If the newest entry has the same version, it is replaced.
 *
 * @param text text of the changelog; empty for a new one
 */
export function addEntry(text: string, version: string, body: string): string {
  const lines = text.replaceAll("\r\n", "\n");
  const first = /^## /m.exec(lines)?.index ?? lines.length;
  const { before, after } = findNewest(lines, version) ?? { before: lines.slice(0, first), after: lines.slice(first) };
  const title = before.trim() === "" ? TITLE : before.trim();
  return `${[title, `## ${version}`, body.trim(), after.trim()].filter((part) => part !== "").join("\n\n")}\n`;
}

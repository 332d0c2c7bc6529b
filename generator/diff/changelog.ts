/** First line of a changelog that has none yet. */
const TITLE = "# Changelog";

/** An entry and what stands around it. */
interface Cut {
  readonly before: string;
  /** Text below the entry's heading, trimmed. */
  readonly body: string;
  readonly after: string;
}

/**
 * Finds the newest entry of a changelog, if it is of a version.
 *
 * @returns null where the newest entry is of another version, or there is none
 */
function cutNewest(text: string, version: string): Cut | null {
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

/** Whether the newest entry of a changelog is of this version and says this. */
export function isRecorded(text: string, version: string, body: string): boolean {
  return cutNewest(text, version)?.body === body.trim();
}

/**
 * Puts an entry on top of a changelog, below what stands before the first one. An entry of the same version that is
 * the newest is replaced.
 *
 * @param text the changelog, empty where there is none
 */
export function addEntry(text: string, version: string, body: string): string {
  const lines = text.replaceAll("\r\n", "\n");
  const first = /^## /m.exec(lines)?.index ?? lines.length;
  const { before, after } = cutNewest(lines, version) ?? { before: lines.slice(0, first), after: lines.slice(first) };
  const title = before.trim() === "" ? TITLE : before.trim();
  return `${[title, `## ${version}`, body.trim(), after.trim()].filter((part) => part !== "").join("\n\n")}\n`;
}

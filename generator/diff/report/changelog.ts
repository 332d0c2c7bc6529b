import type { Change } from "../change.ts";

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

/** Reason of a change of the package that has no cause in the compared docs. */
const PROGRAM_REASON = "not in the compared docs";

/** States that changes have no cause in the compared docs. */
export function byProgram(changes: readonly Change[]): readonly Change[] {
  const add = (reason: string) => (reason === "" ? PROGRAM_REASON : `${reason}; ${PROGRAM_REASON}`);
  return changes.map((item) => ({ ...item, reason: add(item.reason) }));
}

/**
 * Whether the newest entry of a changelog has this version and this text. It may also list changes from the program,
 * which the package contains as soon as it is written.
 */
export function isRecorded(text: string, version: string, body: string): boolean {
  const newest = findNewest(text, version)?.body;
  if (newest === undefined || newest === body.trim()) return newest !== undefined;
  const isFromProgram = (line: string) => line.includes(PROGRAM_REASON);
  const items = (entry: string) => entry.split(/\r?\n/).filter((line) => line.startsWith("- ") && !isFromProgram(line));
  return newest.includes(PROGRAM_REASON) && items(newest).join("\n") === items(body).join("\n");
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

import path from "node:path";
import type { Host } from "../host.ts";
import { isSafePath } from "./manifest.ts";
import { removeWithFolders } from "./remove.ts";

/** Folder in the package where changed files wait; it exists only while a run writes. */
const STAGING = ".graph-docs-staging";
const JOURNAL = `${STAGING}/journal.json`;

/** What remains to be done once everything is staged. Doing it twice is the same as doing it once. */
export interface Journal {
  /** Files to move from the staging folder into place, in this order. */
  readonly moved: readonly string[];
  /** Files to remove. */
  readonly removed: readonly string[];
}

/** Where the file with this index in `moved` waits before it is moved into place. */
export function stagedPath(index: number): string {
  return `${STAGING}/${index}`;
}

/** Writes the journal: from here on the run counts as done, whoever finishes it. */
export async function openJournal(host: Host, out: string, journal: Journal): Promise<void> {
  const draft = path.join(out, `${JOURNAL}.draft`);
  await host.write(draft, new TextEncoder().encode(JSON.stringify(journal)));
  await host.rename(draft, path.join(out, JOURNAL));
}

/** Moves and removes what the journal lists, then clears the staging folder away. */
export async function commitJournal(host: Host, out: string, journal: Journal): Promise<void> {
  // Removals come first: on a file system without letter case the old name of a file may be its new one.
  for (const file of journal.removed) await removeWithFolders(host, out, file);
  for (const [index, file] of journal.moved.entries()) {
    const staged = path.join(out, stagedPath(index));
    if ((await host.kind(staged)) === "file") await host.rename(staged, path.join(out, file));
  }
  await clearStaging(host, out);
}

/**
 * Ends what a killed run left behind: finishes its moves when everything was staged, else clears its files away.
 *
 * @param host file access
 * @param out folder of the package, absolute
 */
export async function recoverOutput(host: Host, out: string): Promise<void> {
  if ((await host.kind(path.join(out, STAGING))) === null) return;
  const bytes = await host.read(path.join(out, JOURNAL));
  const journal = bytes === null ? null : parseJournal(new TextDecoder().decode(bytes));
  await (journal === null ? clearStaging(host, out) : commitJournal(host, out, journal));
}

/** Removes everything that waits to be moved, and the journal. */
export async function clearStaging(host: Host, out: string): Promise<void> {
  const staging = path.join(out, STAGING);
  // The journal goes first: a staging folder that lost some of its files must not look complete.
  await host.remove(path.join(out, JOURNAL));
  if ((await host.kind(staging)) === null) return;
  for (const file of await host.list(staging)) await host.remove(path.join(staging, file));
  await host.remove(staging);
}

function parseJournal(text: string): Journal | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("moved" in value) || !("removed" in value)) return null;
    const { moved, removed } = value;
    return isPathList(moved) && isPathList(removed) ? { moved, removed } : null;
  } catch {
    return null;
  }
}

function isPathList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && isSafePath(item));
}

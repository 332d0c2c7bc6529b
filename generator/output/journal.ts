import path from "node:path";
import type { FileChange, Host } from "../host.ts";
import { isSafePath } from "./manifest.ts";
import { JOURNAL, STAGING, stagedPath } from "./staging.ts";
import { finishSwap, swapChanges, undoSwap } from "./swap.ts";

/** What remains to be done once everything is staged. Doing it twice is the same as doing it once. */
export interface Journal {
  /** Folders that are replaced as a whole: the staged one holds every file that shall stand there. */
  readonly swapped: readonly string[];
  /** Files to move from the staging folder into place, in this order. */
  readonly moved: readonly string[];
  /** Files to remove. */
  readonly removed: readonly string[];
}

/** Writes the journal: from here on the run counts as done, whoever finishes it. */
export async function openJournal(host: Host, out: string, journal: Journal): Promise<void> {
  const draft = path.join(out, `${JOURNAL}.draft`);
  await host.write(draft, new TextEncoder().encode(JSON.stringify(journal)));
  await host.change([{ kind: "move", from: draft, to: path.join(out, JOURNAL) }]);
}

/** Moves and removes what the journal lists, then clears the staging folder away. */
export async function commitJournal(host: Host, out: string, journal: Journal): Promise<void> {
  const swaps = await Promise.all(journal.swapped.map((folder) => swapChanges(host, out, folder)));
  try {
    await host.change([...swaps.flat(), ...fileChanges(out, journal, journal.swapped)]);
  } catch (error) {
    if (journal.swapped.length === 0) throw error;
    await commitSingly(host, out, journal);
  }
  for (const folder of journal.swapped) await finishSwap(host, out, folder, journal.removed);
  await clearStaging(host, out);
}

/** Some folders cannot be moved (a mount point, one that is open on Windows): each of their files still can be. */
async function commitSingly(host: Host, out: string, journal: Journal): Promise<void> {
  for (const folder of journal.swapped) await undoSwap(host, out, folder);
  // A run that finishes this one must not swap either: the staged folders lose their files one by one.
  await openJournal(host, out, { ...journal, swapped: [] });
  await host.change(fileChanges(out, journal, []));
}

/** Changes of the files outside some folders. */
function fileChanges(out: string, { moved, removed }: Journal, except: readonly string[]): readonly FileChange[] {
  const isSingle = (file: string): boolean => !except.some((folder) => file.startsWith(`${folder}/`));
  const come = moved.filter(isSingle).map((file): FileChange => {
    return { kind: "move", from: path.join(out, stagedPath(file)), to: path.join(out, file) };
  });
  // Removals come first: on a file system without letter case the old name of a file may be its new one.
  return [...removed.filter(isSingle).flatMap((file) => removals(out, file)), ...come];
}

/** Removes a file and then the folders that it leaves empty. */
function removals(out: string, file: string): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (let rest = file; rest !== "."; rest = path.posix.dirname(rest)) {
    changes.push({ kind: "remove", path: path.join(out, rest) });
  }
  return changes;
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
  // The journal goes first: a staging folder that lost some of its files must not look complete.
  await host.change([{ kind: "remove", path: path.join(out, JOURNAL) }]);
  await host.removeTree(path.join(out, STAGING));
}

function parseJournal(text: string): Journal | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    if (!("moved" in value) || !("removed" in value) || !("swapped" in value)) return null;
    const { moved, removed, swapped } = value;
    return isPathList(moved) && isPathList(removed) && isPathList(swapped) ? { moved, removed, swapped } : null;
  } catch {
    return null;
  }
}

function isPathList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && isSafePath(item));
}

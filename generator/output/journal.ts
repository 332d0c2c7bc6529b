import path from "node:path";
import type { FileChange, Host } from "../host/host.ts";
import { parseJsonObject, type Json } from "../util/json.ts";
import { refuseOutside } from "./outside.ts";
import { isSafePath } from "./manifest.ts";
import { JOURNAL, STAGING, stagedPath } from "./staging.ts";
import { finishSwap, swapChanges, undoSwap } from "./swap.ts";

/** The remaining steps after all files are staged. Running them twice has the same result as running them once. */
export interface Journal {
  /** Folders to replace as a whole by staged folders, which contain all of their files. */
  readonly swapped: readonly string[];
  /** Files to move from the staging folder into place, in this order. */
  readonly moved: readonly string[];
  /** Files to remove. */
  readonly removed: readonly string[];
}

/** Writes the journal. From then on, this run or the next one completes the output. */
export async function openJournal(host: Host, out: string, journal: Journal): Promise<void> {
  const draft = path.join(out, `${JOURNAL}.draft`);
  await host.write(draft, new TextEncoder().encode(JSON.stringify(journal)));
  await host.change([{ kind: "move", from: draft, to: path.join(out, JOURNAL) }]);
}

/** Moves and removes files as the journal lists them, then removes the staging folder. */
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

/** Some folders cannot be moved, such as mount points or folders in use on Windows; their files can still be moved. */
async function commitSingly(host: Host, out: string, journal: Journal): Promise<void> {
  for (const folder of journal.swapped) await undoSwap(host, out, folder);
  // A run that completes this one must not swap folders either, as the staged folders lose their files one by one.
  await openJournal(host, out, { ...journal, swapped: [] });
  await host.change(fileChanges(out, journal, []));
}

/** Changes of the files outside some folders. */
function fileChanges(out: string, { moved, removed }: Journal, except: readonly string[]): readonly FileChange[] {
  const isSingle = (file: string): boolean => !except.some((folder) => file.startsWith(`${folder}/`));
  const moves = moved.filter(isSingle).map((file): FileChange => {
    return { kind: "move", from: path.join(out, stagedPath(file)), to: path.join(out, file) };
  });
  // Removals come first: on a case-insensitive file system the old name of a file may be its new one.
  return [...removed.filter(isSingle).flatMap((file) => removals(out, file)), ...moves];
}

/** Removes a file, then the folders that become empty. */
function removals(out: string, file: string): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (let rest = file; rest !== "."; rest = path.posix.dirname(rest)) {
    changes.push({ kind: "remove", path: path.join(out, rest) });
  }
  return changes;
}

/**
 * Recovers from a killed run: completes its moves if all files were staged, otherwise removes the staged files.
 *
 * @param host file access
 * @param out folder of the package, absolute
 */
export async function recoverOutput(host: Host, out: string): Promise<void> {
  if ((await host.kind(path.join(out, STAGING))) === null) return;
  await refuseOutside(host, out, [JOURNAL]);
  const bytes = await host.read(path.join(out, JOURNAL));
  const journal = bytes === null ? null : parseJournal(new TextDecoder().decode(bytes));
  if (journal === null) {
    await clearStaging(host, out);
    return;
  }
  await refuseOutside(host, out, [...journal.moved, ...journal.removed]);
  await commitJournal(host, out, journal);
}

/** Removes the journal and all staged files. */
export async function clearStaging(host: Host, out: string): Promise<void> {
  // The journal is removed first: an incomplete staging folder must not look complete.
  await host.change([{ kind: "remove", path: path.join(out, JOURNAL) }]);
  await host.removeTree(path.join(out, STAGING));
}

function parseJournal(text: string): Journal | null {
  const { moved, removed, swapped } = parseJsonObject(text);
  return isPathList(moved) && isPathList(removed) && isPathList(swapped) ? { moved, removed, swapped } : null;
}

function isPathList(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && isSafePath(item));
}

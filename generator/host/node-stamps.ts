import { lstatSync, type Stats } from "node:fs";
import type { Stamp } from "./host.ts";

/**
 * The coarsest clock of a file system ticks every two seconds (FAT): two changes within a tick have the same time.
 */
const TICK = 2000;

/** Reads the stamps of files synchronously: asynchronous calls would take ten times as long. */
export function readStamps(files: readonly string[]): readonly (Stamp | null)[] {
  // Read first, so that a change during the loop does not count as settled.
  const now = Date.now();
  return files.map((file) => {
    const stats = statsOf(file);
    return stats?.isFile() === true ? stampOf(stats, now) : null;
  });
}

/**
 * Creates the stamp of a file. Programs can set `mtime` but not `ctime`; the inode differs if another file was moved
 * into its place.
 *
 * @param now current time in milliseconds; a change in the future is never settled
 */
export function stampOf(
  { size, mtimeMs, ctimeMs, ino, dev }: Pick<Stats, "size" | "mtimeMs" | "ctimeMs" | "ino" | "dev">,
  now: number,
): Stamp {
  const changed = Math.max(mtimeMs, ctimeMs);
  return { text: `${size} ${mtimeMs} ${ctimeMs} ${ino} ${dev}`, changed, isSettled: changed < now - TICK };
}

/** A file without accessible stats has no stamp; reading it reports the error. */
function statsOf(file: string): Stats | null {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

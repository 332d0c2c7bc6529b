import { lstatSync, type Stats } from "node:fs";
import type { Stamp } from "./host.ts";

/**
 * The coarsest clock of a file system in use ticks every two seconds (FAT): two changes within a tick leave the same
 * times behind.
 */
const TICK = 2000;

/** Asks for the stamps of files, one after the other: waiting for each to be told would take ten times as long. */
export function readStamps(files: readonly string[]): readonly (Stamp | null)[] {
  // Taken first: what changes while the files are asked for must not seem long past.
  const now = Date.now();
  return files.map((file) => {
    const stats = statsOf(file);
    return stats?.isFile() === true ? stampOf(stats, now) : null;
  });
}

/**
 * Makes the stamp of a file. The time of its last change is not for programs to set, unlike that of its content; the
 * inode tells of a file that was moved into the place of another.
 *
 * @param now milliseconds of the clock; a change that is still to come is never settled
 */
export function stampOf(
  { size, mtimeMs, ctimeMs, ino, dev }: Pick<Stats, "size" | "mtimeMs" | "ctimeMs" | "ino" | "dev">,
  now: number,
): Stamp {
  const changed = Math.max(mtimeMs, ctimeMs);
  return { text: `${size} ${mtimeMs} ${ctimeMs} ${ino} ${dev}`, changed, isSettled: changed < now - TICK };
}

/** What cannot be asked for has no stamp: reading it says why. */
function statsOf(file: string): Stats | null {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

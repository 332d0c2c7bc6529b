import { UserError, type Mistake } from "../config/mistake.ts";
import { errorCode } from "../util/error-code.ts";

/** Thrown if a command cannot finish for a reason other than a usage error or a bug. */
export class CommandFailure extends UserError {
  override readonly name = "CommandFailure";
}

/** What each error of the file system means, and what to do. */
const ADVICE: Readonly<Record<string, readonly [meaning: string, remedy: string]>> = {
  EACCES: ["permission denied", "Make it accessible, or name another path."],
  EPERM: ["operation not permitted", "Make it accessible, or name another path."],
  EROFS: ["the file system is read-only", "Name another folder."],
  ENOSPC: ["no space left on the device", "Free some space and run again."],
  EDQUOT: ["the disk quota is used up", "Free some space and run again."],
  EIO: ["the device reports an error", "Check the disk, and run again."],
  EMFILE: ["too many open files", "Raise the limit (ulimit -n) and run again."],
  ENFILE: ["too many open files on this machine", "Close some programs and run again."],
  ENAMETOOLONG: ["the path is too long", "Name a folder with a shorter path."],
  ECHANGED: ["it changed during the run", "Run again."],
  ENOENT: ["it was removed during the run", "Run again."],
  UNCREATABLE: ["the folder cannot be created", "Name another path."],
  EISDIR: ["there is a folder in its place", "Move it away and run again."],
  ENOTDIR: ["there is a file in place of a folder", "Move it away and run again."],
  EEXIST: ["something else is in its place", "Move it away and run again."],
  ENOTEMPTY: ["there is a folder in its place", "Move it away and run again."],
  EOUTSIDE: ["a symbolic link leads out of the package", "Remove it, or name another folder."],
  EFBIG: ["it does not end", "Remove it, or name another file."],
  ELOOP: ["its symbolic links form a circle", "Remove them, or name another folder."],
  EBUSY: ["it is in use", "Close what uses it and run again."],
};

/**
 * Explains an error of the file system.
 *
 * @param error the thrown value
 * @param shown converts an absolute path for display
 * @returns null for any other error
 */
export function explainFileError(error: unknown, shown: (absolute: string) => string): Mistake | null {
  const advice = ADVICE[isUncreatable(error) ? "UNCREATABLE" : (errorCode(error) ?? "")];
  if (advice === undefined) return null;
  const [meaning, remedy] = advice;
  const path = pathOf(error);
  return { problem: path === null ? meaning : `${shown(path)}: ${meaning}`, remedy };
}

/** Whether the file system has no place for a new folder, as `/proc` and drives that do not exist. */
function isUncreatable(error: unknown): boolean {
  return errorCode(error) === "ENOENT" && error instanceof Error && "syscall" in error && error.syscall === "mkdir";
}

function pathOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const found = fileOf(error);
  // The user knows the package and its files, not their drafts and the lock.
  return (
    found?.replace(/[\\/]\.graph-docs-(?:lock$|staging(?:[\\/](?:new|old|journal\.json))?(?=[\\/]|$))/, "") ?? null
  );
}

function fileOf(error: Error): string | null {
  // The `path` of a rename is the temporary file; the user knows the target.
  if ("dest" in error && typeof error.dest === "string") return error.dest;
  return "path" in error && typeof error.path === "string" ? error.path : null;
}

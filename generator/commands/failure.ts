import { errorCode } from "../util/error-code.ts";

/** Thrown if a command cannot finish for a reason other than a usage error or a bug. The message explains the fix. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
}

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: "permission denied: make it accessible, or name another folder",
  EPERM: "operation not permitted: make it accessible, or name another folder",
  EROFS: "the file system is read-only: name another folder",
  ENOSPC: "no space left on the device: free some space and run again",
  EDQUOT: "the disk quota is used up: free some space and run again",
  EMFILE: "too many open files: raise the limit (ulimit -n) and run again",
  ECHANGED: "it changed during the run: run again",
  ENOENT: "it was removed during the run: run again",
  EISDIR: "there is a folder in its place: move it away and run again",
  ENOTDIR: "there is a file in place of a folder: move it away and run again",
  EEXIST: "something else is in its place: move it away and run again",
  ENOTEMPTY: "there is a folder in its place: move it away and run again",
  EOUTSIDE: "a symbolic link leads out of the package: remove it, or name another folder",
  ELOOP: "its symbolic links form a circle: remove them, or name another folder",
  EBUSY: "it is in use: close what uses it and run again",
};

/**
 * Explains an error of the file system.
 *
 * @param error the thrown value
 * @param shown converts an absolute path for display
 * @returns one line for the user, or null for any other error
 */
export function explainFileError(error: unknown, shown: (absolute: string) => string): string | null {
  const advice = ADVICE[errorCode(error) ?? ""];
  if (advice === undefined) return null;
  const path = pathOf(error);
  return path === null ? advice : `${shown(path)}: ${advice}`;
}

function pathOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  // The `path` of a rename is the temporary file; the user knows the target.
  if ("dest" in error && typeof error.dest === "string") return error.dest;
  return "path" in error && typeof error.path === "string" ? error.path : null;
}

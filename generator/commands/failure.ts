import { errorCode } from "../util/error-code.ts";

/** The command cannot reach its end; the message says why and what to do. Neither the call nor the program is wrong. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
}

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: "permission denied: make it accessible, or name another folder",
  EPERM: "operation not permitted: make it accessible, or name another folder",
  EROFS: "the file system is read-only: name another folder",
  ENOSPC: "no space left on the device: free some and run again",
  EDQUOT: "the disk quota is used up: free some space and run again",
  EMFILE: "too many open files: raise the limit (ulimit -n) and run again",
  ECHANGED: "it changed during the run: run again",
  ENOENT: "it vanished during the run: run again",
  EISDIR: "a folder stands in its place: move it away and run again",
  ENOTDIR: "a file stands in the place of a folder: move it away and run again",
  EEXIST: "something else stands in its place: move it away and run again",
  ENOTEMPTY: "a folder stands in its place: move it away and run again",
  EBUSY: "it is in use: close what uses it and run again",
};

/**
 * Explains an error of the file system.
 *
 * @param error anything thrown
 * @param shown turns an absolute path into the one to show
 * @returns one line for the user, or null when the error is not of that kind
 */
export function explainFileError(error: unknown, shown: (absolute: string) => string): string | null {
  const advice = ADVICE[errorCode(error) ?? ""];
  if (advice === undefined) return null;
  const path = pathOf(error);
  return path === null ? advice : `${shown(path)}: ${advice}`;
}

function pathOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  // A rename names the temporary file as `path`; the user knows the other one.
  if ("dest" in error && typeof error.dest === "string") return error.dest;
  return "path" in error && typeof error.path === "string" ? error.path : null;
}

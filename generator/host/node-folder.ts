import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { errorCode } from "../util/error-code.ts";

/**
 * Creates a folder and those above it. `mkdir` with the option `recursive` never returns where the file system reports a
 * missing folder although the folder above it exists, as `/proc` does.
 *
 * @throws the error of the file system if the folder cannot be created
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have created it in the meantime.
    if (errorCode(error) !== "EEXIST" || !isFolder(folder)) throw error;
  }
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

import {
  linkSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import path from "node:path";
import { makeFolder } from "./node-folder.ts";
import type { FileChange } from "./host.ts";
import { errorCode } from "../util/error-code.ts";

const MISSING = new Set(["ENOENT", "ENOTDIR"]);
const IGNORED = new Set([...MISSING, "ENOTEMPTY", "EEXIST"]);

/** Makes changes synchronously, so that a kill between two of them is as unlikely as possible. */
export function changeFiles(changes: readonly FileChange[]): void {
  // Folders are created first: an empty one does not affect a program that reads the files.
  for (const folder of new Set(
    changes.flatMap((change) => (change.kind === "move" ? [path.dirname(change.to)] : [])),
  )) {
    makeFolder(folder);
  }
  for (const change of changes) {
    if (change.kind === "move") moveFile(change.from, change.to);
    else removeFile(change.path);
  }
}

function moveFile(from: string, to: string): void {
  if (ignoring(MISSING, () => tryMove(from, to)) !== null) return;
  if (lstatSync(from, { throwIfNoEntry: false }) === undefined) return;
  // An earlier removal has also removed the folder of the target.
  makeFolder(path.dirname(to));
  renameSync(from, to);
}

function tryMove(from: string, to: string): true {
  renameSync(from, to);
  return true;
}

/** Removes a file or an empty folder; fails silently for a link to a folder, which belongs to the user. */
function removeFile(file: string): void {
  const stats = ignoring(MISSING, () => statSync(file, { throwIfNoEntry: false }));
  ignoring(IGNORED, () => {
    if (stats?.isDirectory() === true) rmdirSync(file);
    else unlinkSync(file);
  });
}

/**
 * Creates a second folder with hard links to the files of the first.
 *
 * @returns false if that is not possible; the second folder may then be incomplete
 */
export function mirrorFolder(from: string, to: string, except: ReadonlySet<string>): boolean {
  try {
    // If the folder is a link, replacing it would detach its target.
    if (!lstatSync(from).isDirectory()) return false;
    mirrorInto(from, to, "", except);
    return true;
  } catch {
    return false;
  }
}

function mirrorInto(from: string, to: string, inner: string, except: ReadonlySet<string>): void {
  for (const entry of readdirSync(path.join(from, inner), { withFileTypes: true })) {
    const file = inner === "" ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) {
      mirrorInto(from, to, file, except);
      continue;
    }
    if (except.has(file)) continue;
    makeFolder(path.join(to, inner));
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(path.join(from, file)), path.join(to, file));
    else linkSync(path.join(from, file), path.join(to, file));
  }
}

function ignoring<T>(codes: ReadonlySet<string>, call: () => T): T | null {
  try {
    return call();
  } catch (error) {
    if (codes.has(errorCode(error) ?? "")) return null;
    throw error;
  }
}

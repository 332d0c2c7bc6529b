import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import path from "node:path";
import type { FileChange } from "./host.ts";
import { errorCode } from "../util/error-code.ts";

const GONE = new Set(["ENOENT", "ENOTDIR"]);
const STAYS = new Set([...GONE, "ENOTEMPTY", "EEXIST"]);

/** Makes changes without ever giving way to other work: a kill between two of them is as unlikely as can be. */
export function changeFiles(changes: readonly FileChange[]): void {
  // Folders are made beforehand: an empty one changes nothing for who reads the files.
  for (const folder of new Set(
    changes.flatMap((change) => (change.kind === "move" ? [path.dirname(change.to)] : [])),
  )) {
    mkdirSync(folder, { recursive: true });
  }
  for (const change of changes) {
    if (change.kind === "move") moveFile(change.from, change.to);
    else removeFile(change.path);
  }
}

function moveFile(from: string, to: string): void {
  if (ignoring(GONE, () => tryMove(from, to)) !== null) return;
  if (lstatSync(from, { throwIfNoEntry: false }) === undefined) return;
  // A removal that came before has taken the folder of the new place along.
  mkdirSync(path.dirname(to), { recursive: true });
  renameSync(from, to);
}

function tryMove(from: string, to: string): true {
  renameSync(from, to);
  return true;
}

/** A folder is never removed through a link: what the link is for is its maker's to know. */
function removeFile(file: string): void {
  const stats = ignoring(GONE, () => statSync(file, { throwIfNoEntry: false }));
  ignoring(STAYS, () => {
    if (stats?.isDirectory() === true) rmdirSync(file);
    else unlinkSync(file);
  });
}

/**
 * Makes a second folder with hard links to the files of the first.
 *
 * @returns false where that cannot be done; the second folder may then be there in part
 */
export function mirrorFolder(from: string, to: string, except: ReadonlySet<string>): boolean {
  try {
    // A folder that is a link, to be replaced, would cut what it leads to off.
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
    mkdirSync(path.join(to, inner), { recursive: true });
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

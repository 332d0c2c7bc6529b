import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
} from "node:fs";
import { open, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Host, PathKind } from "./host.ts";
import { changeFiles, mirrorFolder } from "./node-changes.ts";
import { makeFolder } from "./node-folder.ts";
import { readStamps } from "./node-stamps.ts";
import { compareStrings } from "../util/compare.ts";
import { errorCode } from "../util/error-code.ts";

/** Codes of paths that do not exist or that no file system allows. */
const ABSENT = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

/** Creates a host on the real file system. */
export function createNodeHost(): Host {
  return {
    list: async (folder, inner) => {
      await Promise.resolve();
      return list(folder, inner === "skip unreadable" ? UNREADABLE : ABSENT, inner === "with links");
    },
    kind,
    // Synchronous: for thousands of small files, that is several times faster than asynchronous calls.
    real: (file) => ignoring(ABSENT, () => Promise.resolve(realpathSync.native(file))),
    isLink: async (file) => (await ignoring(ABSENT, () => Promise.resolve(lstatSync(file).isSymbolicLink()))) ?? false,
    isRegular: (file) => ignoring(ABSENT, () => Promise.resolve(statSync(file).isFile())),
    stamps: (files) => Promise.resolve(readStamps(files)),
    read: (file) => ignoring(ABSENT, () => Promise.resolve(readFile(file))),
    write: async (file, bytes) => {
      makeFolder(path.dirname(file));
      await writingTo(file, () => writeFile(file, bytes));
    },
    append,
    create,
    mirror: (from, to, except) => Promise.resolve(mirrorFolder(from, to, except)),
    change: async (changes) => {
      await Promise.resolve();
      changeFiles(changes);
    },
    removeTree: (folder) => rm(folder, { recursive: true, force: true }),
  };
}

/** Most bytes of a device, which may never end. */
const MOST_OF_DEVICE = 2 ** 26;

/**
 * Opens a pipe without waiting for its writer.
 *
 * @throws Error with the code EFBIG if a device has no end
 */
function readFile(file: string): Uint8Array {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return fstatSync(handle).isCharacterDevice() ? readDevice(handle, file) : readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function readDevice(handle: number, file: string): Uint8Array {
  const bytes = Buffer.alloc(MOST_OF_DEVICE);
  let size = 0;
  while (size < MOST_OF_DEVICE) {
    const count = readSync(handle, bytes, size, MOST_OF_DEVICE - size, null);
    if (count === 0) return bytes.subarray(0, size);
    size += count;
  }
  throw Object.assign(new Error(`EFBIG: a device without an end, read '${file}'`), { code: "EFBIG", path: file });
}

/** Folders of other tools, which may contain more files than all others. */
const HIDDEN = new Set(["node_modules", ".git"]);
/** Codes of folders that do not exist or that the user may not list. */
const UNREADABLE = new Set([...ABSENT, "EACCES", "EPERM"]);

/**
 * Synchronous: for thousands of files, that is several times faster than asynchronous calls.
 *
 * @param skipped codes of inner folders that count as empty
 * @param others whether to include what is neither a file nor a folder
 */
function list(folder: string, skipped: ReadonlySet<string>, others: boolean): readonly string[] {
  const filesBelow = (inner: string, entries: readonly Dirent[]): readonly string[] =>
    entries.flatMap((entry) => {
      if (entry.isFile()) return [inner + entry.name];
      if (HIDDEN.has(entry.name)) return [];
      if (!entry.isDirectory())
        return others ? [inner + entry.name + (isFolder(folder, inner + entry.name) ? "/" : "")] : [];
      return filesBelow(`${inner}${entry.name}/`, entriesOf(path.join(folder, inner, entry.name), skipped));
    });
  return filesBelow("", readdirSync(folder, { withFileTypes: true })).toSorted(compareStrings);
}

/** Whether a link leads to a folder. */
function isFolder(folder: string, name: string): boolean {
  try {
    return statSync(path.join(folder, name)).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string, skipped: ReadonlySet<string>): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (skipped.has(errorCode(error) ?? "")) return [];
    throw error;
  }
}

async function kind(file: string): Promise<PathKind | null> {
  const stats = await ignoring(ABSENT, () => stat(file));
  if (stats === null) return null;
  return stats.isDirectory() ? "folder" : "file";
}

/** Appends in one call, so that the bytes of two processes do not interleave. */
async function append(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "a");
  try {
    await writingTo(file, async () => {
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
    });
  } finally {
    await handle.close();
  }
}

/** Adds the path to an error that has none: the error of a full disk belongs to a handle. */
async function writingTo(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw error instanceof Error && !("path" in error) ? Object.assign(error, { path: file }) : error;
  }
}

async function create(file: string, bytes: Uint8Array): Promise<boolean> {
  makeFolder(path.dirname(file));
  const created = await ignoring(new Set(["EEXIST"]), async () => {
    await writingTo(file, () => writeFile(file, bytes, { flag: "wx" }));
    return true;
  });
  return created ?? false;
}

async function ignoring<T>(codes: ReadonlySet<string>, call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (codes.has(errorCode(error) ?? "")) return null;
    throw error;
  }
}

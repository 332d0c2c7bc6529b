import { lstatSync, readdirSync, readFileSync, realpathSync, type Dirent } from "node:fs";
import { mkdir, open, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Host, PathKind } from "./host.ts";
import { changeFiles, mirrorFolder } from "./node-changes.ts";
import { readStamps } from "./node-stamps.ts";
import { compareStrings } from "../util/compare.ts";
import { errorCode } from "../util/error-code.ts";

/** Codes that say "nothing can stand there", whether by absence or because no file system allows such a name. */
const ABSENT = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

/** Makes a host on the real file system. */
export function createNodeHost(): Host {
  return {
    list: async (folder) => {
      await Promise.resolve();
      return list(folder);
    },
    kind,
    // Thousands of small files: asking for each in turn is several times quicker than waiting for each to be told.
    real: (file) => ignoring(ABSENT, () => Promise.resolve(realpathSync.native(file))),
    isLink: async (file) => (await ignoring(ABSENT, () => Promise.resolve(lstatSync(file).isSymbolicLink()))) ?? false,
    stamps: (files) => Promise.resolve(readStamps(files)),
    read: (file) => ignoring(ABSENT, () => Promise.resolve(readFileSync(file))),
    write: async (file, bytes) => {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
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

/** Folders of other tools, which may hold more files than all the rest. */
const HIDDEN = new Set(["node_modules", ".git"]);
/** Codes of a folder in a folder that cannot be listed, or is gone by now: it has no files to tell of. */
const CLOSED = new Set([...ABSENT, "EACCES", "EPERM"]);

/** Thousands of files: asking for each folder in turn is several times quicker than waiting for each to be told. */
function list(folder: string): readonly string[] {
  return filesBelow(folder, "", readdirSync(folder, { withFileTypes: true })).toSorted(compareStrings);
}

function filesBelow(folder: string, inner: string, entries: readonly Dirent[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry.isFile()) return [inner + entry.name];
    if (!entry.isDirectory() || HIDDEN.has(entry.name)) return [];
    return filesBelow(folder, `${inner}${entry.name}/`, entriesOf(path.join(folder, inner, entry.name)));
  });
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (CLOSED.has(errorCode(error) ?? "")) return [];
    throw error;
  }
}

async function kind(file: string): Promise<PathKind | null> {
  const stats = await ignoring(ABSENT, () => stat(file));
  if (stats === null) return null;
  return stats.isDirectory() ? "folder" : "file";
}

/** In one call: what two processes add does not mix. */
async function append(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "a");
  try {
    for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
  } finally {
    await handle.close();
  }
}

async function create(file: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  const made = await ignoring(new Set(["EEXIST"]), async () => {
    await writeFile(file, bytes, { flag: "wx" });
    return true;
  });
  return made ?? false;
}

async function ignoring<T>(codes: ReadonlySet<string>, call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (codes.has(errorCode(error) ?? "")) return null;
    throw error;
  }
}

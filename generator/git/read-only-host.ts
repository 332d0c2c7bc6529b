import path from "node:path";
import type { Host, PathKind } from "../host/host.ts";
import { compareStrings } from "../util/compare.ts";

/** Folders that hosts do not list. */
const HIDDEN = /(?:^|\/)(?:node_modules|\.git)\//;

/**
 * Creates a host from the contents of files. It rejects all writes.
 *
 * @param contents contents of files by absolute path
 * @param name name of the files in error messages
 */
export function createReadOnlyHost(contents: ReadonlyMap<string, Uint8Array>, name: string): Host {
  const folders = new Set<string>();
  for (const file of contents.keys()) addFolders(folders, path.dirname(file));
  const kind = (file: string): PathKind | null => (contents.has(file) ? "file" : folders.has(file) ? "folder" : null);
  const refuse = (): Promise<never> => Promise.reject(new Error(`${name} cannot be written to`));
  return {
    list: (folder) => Promise.resolve(listBelow([...contents.keys()], folder)),
    kind: (file) => Promise.resolve(kind(file)),
    real: (file) => Promise.resolve(kind(file) === null ? null : file),
    isLink: () => Promise.resolve(false),
    isRegular: (file) => Promise.resolve(kind(file) === null ? null : kind(file) === "file"),
    stamps: (paths) => Promise.resolve(paths.map(() => null)),
    read: (file) => Promise.resolve(contents.get(file) ?? null),
    write: refuse,
    append: refuse,
    create: refuse,
    mirror: refuse,
    change: refuse,
    removeTree: refuse,
  };
}

function addFolders(folders: Set<string>, folder: string): void {
  for (let rest = folder; !folders.has(rest); rest = path.dirname(rest)) folders.add(rest);
}

function listBelow(files: readonly string[], folder: string): readonly string[] {
  const inside = folder.endsWith(path.sep) ? folder : folder + path.sep;
  return files
    .filter((file) => file.startsWith(inside))
    .map((file) => path.relative(folder, file).replaceAll(path.sep, "/"))
    .filter((file) => !HIDDEN.test(`/${file}`))
    .toSorted(compareStrings);
}

import path from "node:path";
import type { Host, PathKind } from "../host.ts";
import { compareStrings } from "../util/compare.ts";
import { readBlobs, type IndexFile } from "./index-files.ts";

/** Folders that no host lists. */
const HIDDEN = /(?:^|\/)(?:node_modules|\.git)\//;

/**
 * Makes a host on which the staged files stand instead of those of the work tree.
 *
 * @param cwd folder inside the repository that the paths are relative to, absolute
 * @param files what is staged
 * @returns a host that cannot be written to
 */
export async function createIndexHost(cwd: string, files: readonly IndexFile[]): Promise<Host> {
  const blobs = await readBlobs(
    cwd,
    files.map(({ blob }) => blob),
  );
  const contents = new Map(files.map((file) => [path.resolve(cwd, file.path), blobs.get(file.blob)]));
  const folders = new Set<string>();
  for (const file of contents.keys()) addFolders(folders, path.dirname(file));
  const kind = (file: string): PathKind | null => (contents.has(file) ? "file" : folders.has(file) ? "folder" : null);
  const refuse = (): Promise<never> => Promise.reject(new Error("What is staged cannot be written to"));
  return {
    list: (folder) => Promise.resolve(listBelow([...contents.keys()], folder)),
    kind: (file) => Promise.resolve(kind(file)),
    real: (file) => Promise.resolve(kind(file) === null ? null : file),
    read: (file) => Promise.resolve(contents.get(file) ?? null),
    write: refuse,
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
  return files
    .filter((file) => file.startsWith(folder + path.sep))
    .map((file) => path.relative(folder, file).replaceAll(path.sep, "/"))
    .filter((file) => !HIDDEN.test(`/${file}`))
    .toSorted(compareStrings);
}

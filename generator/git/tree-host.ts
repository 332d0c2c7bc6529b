import path from "node:path";
import type { Host } from "../host.ts";
import { compareStrings } from "../util/compare.ts";
import type { TreePlace } from "./locate.ts";
import { runGit } from "./run.ts";

/**
 * Makes a host that reads the pages of a commit as if they were checked out, and cannot write. Nothing is checked
 * out: all pages are read at once from the repository.
 *
 * @param place folder to read; what is outside it is not there
 * @throws GitError when the commit cannot be read
 */
export async function createTreeHost({ top, commit, folder }: TreePlace): Promise<Host> {
  const pages = await listPages(top, commit, folder);
  const contents = await readObjects(top, [...pages.values()]);
  const files = new Map([...pages].map(([file, id]) => [path.join(top, ...file.split("/")), contents.get(id)]));
  const below = (outer: string): readonly string[] => [...files.keys()].filter((file) => isBelow(outer, file));
  const kind = (file: string) => (files.has(file) ? "file" : below(file).length > 0 ? "folder" : null);
  const refuse = (): Promise<never> => Promise.reject(new Error("a commit cannot be written to"));
  return {
    list: (outer) => {
      const found = below(outer).map((file) => path.relative(outer, file).replaceAll(path.sep, "/"));
      return Promise.resolve(found.toSorted(compareStrings));
    },
    kind: (file) => Promise.resolve(kind(file)),
    real: (file) => Promise.resolve(kind(file) === null ? null : file),
    read: (file) => Promise.resolve(files.get(file) ?? null),
    write: refuse,
    create: refuse,
    mirror: refuse,
    change: refuse,
    removeTree: refuse,
  };
}

function isBelow(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** Pages below a folder with the ids of their contents; links and submodules are left out. */
async function listPages(top: string, commit: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const scope = folder === "" ? [] : ["--", `${folder}/`];
  const listed = await runGit(top, ["ls-tree", "-r", "-z", "--full-tree", commit, ...scope]);
  const entries = listed.toString().split("\0");
  return new Map(
    entries.flatMap((entry) => {
      const [, id, file] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
      return id !== undefined && file !== undefined && /\.md$/i.test(file) ? [[file, id] as const] : [];
    }),
  );
}

/** Reads many objects with one process. */
async function readObjects(top: string, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  if (ids.length === 0) return contents;
  const output = await runGit(top, ["cat-file", "--batch"], ids.map((id) => `${id}\n`).join(""));
  for (let start = 0; start < output.length;) {
    const end = output.indexOf("\n", start);
    const [id = "", , size = ""] = output.toString("utf8", start, end).split(" ");
    const next = end + 1 + Number(size);
    if (!(next > end)) throw new Error(`Unexpected answer of git cat-file for ${id}`);
    contents.set(id, output.subarray(end + 1, next));
    start = next + 1;
  }
  return contents;
}

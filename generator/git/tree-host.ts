import path from "node:path";
import type { Host } from "../host/host.ts";
import type { TreePlace } from "./locate.ts";
import { readBlobs } from "./objects.ts";
import { createReadOnlyHost } from "./read-only-host.ts";
import { runGit } from "./run.ts";

/**
 * Creates a read-only host with the pages of a commit, at the paths that they have when checked out. All pages are read
 * from the repository at once.
 *
 * @param place folder to read; the host has no other files
 * @throws GitError if the commit cannot be read
 */
export async function createTreeHost({ top, commit, folder }: TreePlace): Promise<Host> {
  const pages = await listPages(top, commit, folder);
  const blobs = await readBlobs(top, [...pages.values()]);
  const contents = [...pages].flatMap(([file, id]) => {
    const content = blobs.get(id);
    return content === undefined ? [] : [[path.join(top, ...file.split("/")), content] as const];
  });
  return createReadOnlyHost(new Map(contents), "A commit");
}

/** Pages in a folder with the object names of their contents, without links and submodules. */
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

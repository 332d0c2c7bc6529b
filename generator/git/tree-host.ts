import path from "node:path";
import type { Host } from "../host.ts";
import type { TreePlace } from "./locate.ts";
import { readBlobs } from "./objects.ts";
import { createReadOnlyHost } from "./read-only-host.ts";
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
  const blobs = await readBlobs(top, [...pages.values()]);
  const contents = [...pages].flatMap(([file, id]) => {
    const content = blobs.get(id);
    return content === undefined ? [] : [[path.join(top, ...file.split("/")), content] as const];
  });
  return createReadOnlyHost(new Map(contents), "A commit");
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

import { runGit } from "./run.ts";

/**
 * Reads the contents of many blobs with one process.
 *
 * @param cwd folder inside the repository, absolute
 * @param ids object names of the blobs
 * @returns contents by object name
 * @throws GitError if the repository cannot be read
 */
export async function readBlobs(cwd: string, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = [...new Set(ids)];
  const contents = new Map<string, Uint8Array>();
  if (names.length === 0) return contents;
  const output = await runGit(cwd, ["cat-file", "--batch"], `${names.join("\n")}\n`);
  let offset = 0;
  for (const name of names) {
    const end = output.indexOf("\n", offset);
    const size = Number(/ blob (\d+)$/.exec(output.toString("utf8", offset, end))?.[1]);
    if (Number.isNaN(size)) throw new Error(`git cat-file returned no content for ${name}`);
    contents.set(name, output.subarray(end + 1, end + 1 + size));
    offset = end + 1 + size + 1;
  }
  return contents;
}

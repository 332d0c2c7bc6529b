import path from "node:path";
import type { Host } from "../host/host.ts";
import type { IndexFile } from "./index-files.ts";
import { readBlobs } from "./objects.ts";
import { createReadOnlyHost } from "./read-only-host.ts";

/**
 * Creates a read-only host with the staged files instead of those of the working tree.
 *
 * @param cwd folder inside the repository that the paths are relative to, absolute
 * @param files staged files
 */
export async function createIndexHost(cwd: string, files: readonly IndexFile[]): Promise<Host> {
  const blobs = await readBlobs(
    cwd,
    files.map(({ blob }) => blob),
  );
  const contents = files.flatMap((file) => {
    const content = blobs.get(file.blob);
    return content === undefined ? [] : [[path.resolve(cwd, file.path), content] as const];
  });
  return createReadOnlyHost(new Map(contents), "The staged state");
}

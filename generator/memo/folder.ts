import path from "node:path";
import type { Host, PathKind } from "../host/host.ts";

/**
 * Finds the folder of the cache.
 *
 * @param configured folder that the user set, relative to the current folder; by default, `cacheFolder` finds one
 * @returns an absolute folder, or null if there is none
 */
export function storeFolder(
  host: Pick<Host, "kind">,
  cwd: string,
  configured: string | undefined,
): Promise<string | null> {
  return configured === undefined ? cacheFolder(host, cwd) : Promise.resolve(path.resolve(cwd, configured));
}

/**
 * Finds the default folder of the cache, in the `node_modules` of the nearest package.
 *
 * @param host file access
 * @param cwd current folder, absolute
 * @returns an absolute folder, or null if the nearest package has no installed dependencies
 */
export async function cacheFolder(host: Pick<Host, "kind">, cwd: string): Promise<string | null> {
  // A folder that cannot be accessed is not the place of a cache.
  const kindOf = (file: string): Promise<PathKind | null> => host.kind(file).catch(() => null);
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if ((await kindOf(path.join(folder, "package.json"))) === "file") {
      const modules = path.join(folder, "node_modules");
      return (await kindOf(modules)) === "folder" ? path.join(modules, ".cache", "graph-docs-codegen") : null;
    }
    if (path.dirname(folder) === folder) return null;
  }
}

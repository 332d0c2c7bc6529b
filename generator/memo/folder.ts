import path from "node:path";
import type { Host } from "../host/host.ts";

/**
 * Finds where results are kept.
 *
 * @param said folder that the user named, relative to where they stand; without one, the nearest that may be used
 * @returns an absolute folder, or null where there is none
 */
export function storeFolder(host: Pick<Host, "kind">, cwd: string, said: string | undefined): Promise<string | null> {
  return said === undefined ? cacheFolder(host, cwd) : Promise.resolve(path.resolve(cwd, said));
}

/**
 * Finds where results may be kept: below the `node_modules` of the nearest package.
 *
 * @param host file access
 * @param cwd folder in which the user stands, absolute
 * @returns an absolute folder, or null where no package with installed dependencies is near
 */
export async function cacheFolder(host: Pick<Host, "kind">, cwd: string): Promise<string | null> {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if ((await host.kind(path.join(folder, "package.json"))) === "file") {
      const modules = path.join(folder, "node_modules");
      return (await host.kind(modules)) === "folder" ? path.join(modules, ".cache", "graph-docs-codegen") : null;
    }
    if (path.dirname(folder) === folder) return null;
  }
}

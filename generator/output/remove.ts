import path from "node:path";
import type { Host } from "../host.ts";

/**
 * Removes a file and then the folders that it leaves empty, up to but not including a top folder.
 *
 * @param host file access
 * @param top folder that stays, absolute
 * @param file POSIX path relative to `top`
 */
export async function removeWithFolders(host: Host, top: string, file: string): Promise<void> {
  for (let rest = file; rest !== "."; rest = path.posix.dirname(rest)) await host.remove(path.join(top, rest));
}

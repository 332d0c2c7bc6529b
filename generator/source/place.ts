import path from "node:path";
import type { Host } from "../host/host.ts";

/** Cache of the real paths of folders, as many files share a folder. */
export type Folders = Map<string, Promise<string | null>>;

/** Real path of a file; null if it is outside a folder, or if a link leads out of the folder. */
export async function realInside(host: Host, folder: string, folders: Folders, file: string): Promise<string | null> {
  if (!isInside(folder, file)) return null;
  const [real, realFile] = await Promise.all([realFolder(host, folders, folder), realPath(host, folders, file)]);
  return real !== null && realFile !== null && isInside(real, realFile) ? realFile : null;
}

/** Whether a folder exists, and whether it is inside the root. */
export type FolderPlace = "nowhere" | "inside" | "elsewhere";

/** Determines whether the real path of a folder exists and is inside the root. */
export async function placeOfFolder(host: Host, root: string, folders: Folders, folder: string): Promise<FolderPlace> {
  const [realRoot, real] = await Promise.all([realFolder(host, folders, root), realFolder(host, folders, folder)]);
  if (real === null) return "nowhere";
  return realRoot !== null && isInside(root, folder) && isInside(realRoot, real) ? "inside" : "elsewhere";
}

/** The real path of a file that is not a link follows from that of its folder. */
async function realPath(host: Host, folders: Folders, file: string): Promise<string | null> {
  if (await host.isLink(file)) return host.real(file);
  const folder = await realFolder(host, folders, path.dirname(file));
  return folder === null ? null : path.join(folder, path.basename(file));
}

function realFolder(host: Host, folders: Folders, folder: string): Promise<string | null> {
  const real = folders.get(folder) ?? host.real(folder);
  folders.set(folder, real);
  return real;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

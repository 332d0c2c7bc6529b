import path from "node:path";
import type { Host } from "../host.ts";

/** Where the root and the folders of files really lie, by path: many files share a folder. */
export type Folders = Map<string, Promise<string | null>>;

/** A file inside a folder, followed to where it really lies: a link out of the folder counts as missing. */
export async function realInside(host: Host, folder: string, folders: Folders, file: string): Promise<string | null> {
  if (!isInside(folder, file)) return null;
  const [real, realFile] = await Promise.all([realFolder(host, folders, folder), realPath(host, folders, file)]);
  return real !== null && realFile !== null && isInside(real, realFile) ? realFile : null;
}

/** Where a folder lies, seen from the one that its files may not leave. */
export type FolderPlace = "nowhere" | "inside" | "elsewhere";

/** Says where a folder really lies; in one that lies nowhere there is no file. */
export async function placeOfFolder(host: Host, root: string, folders: Folders, folder: string): Promise<FolderPlace> {
  const [realRoot, real] = await Promise.all([realFolder(host, folders, root), realFolder(host, folders, folder)]);
  if (real === null) return "nowhere";
  return realRoot !== null && isInside(root, folder) && isInside(realRoot, real) ? "inside" : "elsewhere";
}

/** A file that is no link lies where its folder does. */
async function realPath(host: Host, folders: Folders, file: string): Promise<string | null> {
  if (await host.isLink(file)) return host.real(file);
  const folder = await realFolder(host, folders, path.dirname(file));
  return folder === null ? null : path.join(folder, path.basename(file));
}

function realFolder(host: Host, folders: Folders, folder: string): Promise<string | null> {
  const known = folders.get(folder) ?? host.real(folder);
  folders.set(folder, known);
  return known;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

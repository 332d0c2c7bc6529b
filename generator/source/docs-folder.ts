import path from "node:path";
import type { Host } from "../host/host.ts";
import { isPage } from "./discover.ts";

/** Folders below the docs folder that are searched. */
const DEEPEST = 3;

/**
 * Finds the folders that a user meant who names a folder inside the docs, such as `v1.0/api`, or one above several
 * versions of them.
 *
 * @param docs folder that the user names, absolute
 * @returns absolute folders; empty if the folder holds the docs, or other pages
 */
export async function findMeantFolders(host: Host, docs: string): Promise<readonly string[]> {
  const isFolder = async (folder: string) => (await host.kind(folder)) === "folder";
  if ((await isFolder(path.join(docs, "api"))) || (await isFolder(path.join(docs, "resources")))) return [];
  const name = path.basename(docs).toLowerCase();
  const above = path.dirname(docs);
  const other = name === "api" ? "resources" : name === "resources" ? "api" : null;
  if (other !== null && (await isFolder(path.join(above, other)))) return [above];
  return foldersBelow(await host.list(docs)).map((folder) => path.join(docs, ...folder.split("/")));
}

/** Folders that hold `api/` and `resources/`; several only if they are versions, which have pages of the same name. */
function foldersBelow(files: readonly string[]): readonly string[] {
  const pages = new Map<string, Set<string>>();
  for (const file of files.filter(isPage)) {
    const [, folder, page] = /^(.+?)\/((?:api|resources)\/.+)$/.exec(file) ?? [];
    if (folder === undefined || page === undefined || folder.split("/").length > DEEPEST) continue;
    const found = pages.get(folder) ?? new Set();
    pages.set(folder, found.add(page));
  }
  const whole = [...pages].filter(([, names]) => hasPart(names, "api/") && hasPart(names, "resources/"));
  const [first, ...others] = whole;
  const areVersions = others.some(([, names]) => [...names].some((page) => first?.[1].has(page) === true));
  return others.length === 0 || areVersions ? whole.map(([folder]) => folder) : [];
}

function hasPart(pages: ReadonlySet<string>, part: string): boolean {
  return [...pages].some((page) => page.startsWith(part));
}

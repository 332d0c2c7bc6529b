import path from "node:path";
import { NO_FILE_STAMPS, type FileStamps, type NamedFile } from "../host/file-stamps.ts";
import { groupBy } from "../util/group.ts";
import { findTexts, type FoundText } from "./found-text.ts";
import { placeOfFolder, type FolderPlace, type Folders } from "./place.ts";
import { readIncludeText, type ReadContext } from "./text.ts";

/** Facts about included files; null for a file that does not exist or is outside the root. */
export type Includes = ReadonlyMap<string, FoundText | null>;

/** Finds included files, then the files that those include, until no new ones are found. */
export async function findIncludes(
  context: ReadContext,
  stamps: FileStamps,
  wanted: readonly string[],
): Promise<Includes> {
  const folders: Folders = new Map();
  const includes = new Map<string, FoundText | null>();
  for (let next: ReadonlySet<string> = new Set(wanted); next.size > 0;) {
    for (const file of next) includes.set(file, null);
    const places = await placesOf(context, folders, next);
    // Files of a folder that leads out of the root are always read, as a stamp does not contain the real path.
    await addTexts({ context, folders, includes }, stamps, places.inside);
    await addTexts({ context, folders, includes }, NO_FILE_STAMPS, places.elsewhere);
    const found = [...places.inside, ...places.elsewhere];
    const inner = found.flatMap(({ name }) => includes.get(name)?.facts.slice(1) ?? []);
    next = new Set(inner.filter((file) => !includes.has(file)));
  }
  return includes;
}

interface Finding {
  readonly context: ReadContext;
  readonly folders: Folders;
  readonly includes: Map<string, FoundText | null>;
}

async function addTexts(
  { context, folders, includes }: Finding,
  stamps: FileStamps,
  files: readonly NamedFile[],
): Promise<void> {
  const found = await findTexts(context.host, stamps, files, async (file) => {
    const text = await readIncludeText(context, folders, file);
    return text === null ? { problem: "no text inside the root" } : { text };
  });
  for (const [index, text] of found.entries()) if ("facts" in text) includes.set(files[index]?.name ?? "", text);
}

/** Groups files by the places of their folders; folders that do not exist contain no files. */
async function placesOf(
  { host, docs, root }: ReadContext,
  folders: Folders,
  names: Iterable<string>,
): Promise<Readonly<Record<FolderPlace, readonly NamedFile[]>>> {
  const places: Record<FolderPlace, NamedFile[]> = { nowhere: [], inside: [], elsewhere: [] };
  for (const [folder, inner] of groupBy(names, (name) => name.slice(0, name.lastIndexOf("/") + 1))) {
    const absolute = path.resolve(docs, folder);
    const place = await placeOfFolder(host, root, folders, absolute);
    if (place === "nowhere") continue;
    for (const name of inner) places[place].push({ name, path: path.resolve(docs, name) });
  }
  return places;
}

/** Lists all direct and indirect includes, in the order of their first occurrence. */
export function closureOf(direct: readonly string[], includes: Includes): readonly string[] {
  const closure = new Set<string>();
  const queue = [...direct];
  for (const next of queue) {
    if (closure.has(next)) continue;
    closure.add(next);
    queue.push(...(includes.get(next)?.facts.slice(1) ?? []));
  }
  return [...closure];
}

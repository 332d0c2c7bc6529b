import path from "node:path";
import { NO_KNOWN_FILES, type KnownFiles } from "../known-files.ts";
import { findTexts, type FoundText } from "./found-text.ts";
import { placeOfFolder, type FolderPlace, type Folders } from "./place.ts";
import { readIncludeText, type ReadContext } from "./text.ts";

/** What was found of the files that pages include; null for one that is missing or outside the root. */
export type Includes = ReadonlyMap<string, FoundText | null>;

/** Finds files that are included, then those that they include, until none is new. */
export async function findIncludes(
  context: ReadContext,
  known: KnownFiles,
  wanted: readonly string[],
): Promise<Includes> {
  const folders: Folders = new Map();
  const includes = new Map<string, FoundText | null>();
  for (let next = [...new Set(wanted)]; next.length > 0;) {
    const places = await placesOf(context, folders, next);
    const at = (place: FolderPlace): readonly string[] => next.filter((_, index) => places[index] === place);
    for (const file of next) includes.set(file, null);
    // Where a folder leads out of the root, each of its files is followed: a stamp does not tell where a file lies.
    await addTexts({ context, folders, includes }, known, at("inside"));
    await addTexts({ context, folders, includes }, NO_KNOWN_FILES, at("elsewhere"));
    const inner = next.flatMap((file) => includes.get(file)?.facts.slice(1) ?? []);
    next = [...new Set(inner)].filter((file) => !includes.has(file));
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
  known: KnownFiles,
  files: readonly string[],
): Promise<void> {
  const found = await findTexts(context, known, files, async (file) => {
    const text = await readIncludeText(context, folders, file);
    return text === null ? { problem: "no text inside the root" } : { text };
  });
  for (const [index, text] of found.entries()) if ("facts" in text) includes.set(files[index] ?? "", text);
}

/** Where the folder of each file lies. Most pages include from the same few folders. */
function placesOf(
  { host, docs, root }: ReadContext,
  folders: Folders,
  files: readonly string[],
): Promise<readonly FolderPlace[]> {
  const places = new Map<string, Promise<FolderPlace>>();
  return Promise.all(
    files.map((file) => {
      const folder = path.dirname(path.resolve(docs, file));
      const place = places.get(folder) ?? placeOfFolder(host, root, folders, folder);
      places.set(folder, place);
      return place;
    }),
  );
}

/** Lists all that is included, directly or through another include, in the order in which a reader meets it. */
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

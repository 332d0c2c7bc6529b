import path from "node:path";
import type { Host } from "../host/host.ts";
import type { Facts, FileStamps, NamedFile } from "../host/file-stamps.ts";
import { mapInBatches } from "../util/batch.ts";
import { sha256 } from "../util/hash.ts";
import type { Decoded } from "./decode.ts";
import { includedPaths } from "./includes.ts";
import type { ReadContext } from "./text.ts";

/** Facts about a file: its hash, its includes and, if the file was read, its text. */
export interface FoundText {
  readonly facts: Facts;
  readonly text: string | null;
}

/** Facts about a file, or the reason why it cannot be read. */
export type Found = FoundText | { readonly problem: string };

/**
 * Finds the facts about files. Files with an unchanged stamp are not read.
 *
 * @param files files, whose names are paths relative to the docs folder
 * @param read reads one of the files
 * @returns facts in the order of the files
 */
export async function findTexts(
  host: Host,
  stamps: FileStamps,
  files: readonly NamedFile[],
  read: (name: string) => Promise<Decoded>,
): Promise<readonly Found[]> {
  const lookups = await stamps.lookUp(host, files);
  const unread = lookups.flatMap((lookup, index) => (lookup.facts === null ? [index] : []));
  const fresh = new Map<number, Found>();
  await mapInBatches(unread, async (index) => {
    const name = files[index]?.name ?? "";
    const found = foundText(name, await read(name));
    if ("facts" in found) lookups[index]?.record(found.facts);
    fresh.set(index, found);
  });
  return lookups.map(({ facts }, index): Found => {
    if (facts !== null) return { facts, text: null };
    return fresh.get(index) ?? { problem: "the file is gone" };
  });
}

/** Determines the facts about decoded text. */
export function foundText(name: string, decoded: Decoded): Found {
  if ("problem" in decoded) return decoded;
  return { facts: [sha256(decoded.text), ...includedPaths(name, decoded.text)], text: decoded.text };
}

/** Files that a text includes directly. */
export function includesOf(found: Found): readonly string[] {
  return "facts" in found ? found.facts.slice(1) : [];
}

/**
 * Reads the text of a file. Results are cached by its hash, so the text must not have changed since.
 *
 * @throws Error with the code ECHANGED if the text has another hash
 */
export async function loadText(
  { docs }: ReadContext,
  file: string,
  { text, facts: [hash] }: FoundText,
  read: () => Promise<Decoded>,
): Promise<string> {
  if (text !== null) return text;
  const decoded = await read();
  if ("text" in decoded && sha256(decoded.text) === hash) return decoded.text;
  throw Object.assign(new Error(`ECHANGED: the file changed while it was read, '${file}'`), {
    code: "ECHANGED",
    path: path.resolve(docs, file),
  });
}

import path from "node:path";
import type { Host } from "../host/host.ts";
import type { FileStamps } from "../host/file-stamps.ts";
import { mapInBatches } from "../util/batch.ts";
import { hashOf } from "./hash.ts";

/** A file of a package on disk. */
export interface DiskFile {
  /** Hash of the text for the manifest; null if the file is missing. */
  readonly hash: string | null;
  /** The text, if the file was read. */
  readonly text: string | null;
}

/**
 * Finds files of a package on disk. Files with an unchanged stamp are not read.
 *
 * @param host file access
 * @param out folder of the package, absolute
 * @param files paths relative to the package
 * @param stamps hashes of files by their stamps
 * @returns files in the order of the paths
 */
export async function findOnDisk(
  host: Host,
  out: string,
  files: readonly string[],
  stamps: FileStamps,
): Promise<readonly DiskFile[]> {
  const lookups = await stamps.lookUp(
    host,
    files.map((name) => ({ name, path: path.join(out, name) })),
  );
  const unread = lookups.flatMap((lookup, index) => (lookup.facts === null ? [index] : []));
  const fresh = new Map<number, DiskFile>();
  await mapInBatches(unread, async (index) => {
    const text = await readOnDisk(host, out, files[index] ?? "");
    const hash = text === null ? null : hashOf(text);
    if (hash !== null) lookups[index]?.record([hash]);
    fresh.set(index, { hash, text });
  });
  return lookups.map(({ facts }, index) => fresh.get(index) ?? { hash: facts?.[0] ?? null, text: null });
}

/** Reads a file of a package, including its byte order mark; null if the file is missing. */
export async function readOnDisk(host: Host, out: string, file: string): Promise<string | null> {
  const bytes = await host.read(path.join(out, file));
  return bytes === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

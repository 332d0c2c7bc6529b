import path from "node:path";
import type { Host } from "../host/host.ts";
import type { KnownFiles } from "../host/known-files.ts";
import { mapInBatches } from "../util/batch.ts";
import { hashOf } from "./hash.ts";

/** A file of a package on disk. */
export interface DiskFile {
  /** Hash of the text for the manifest; null without a file. */
  readonly hash: string | null;
  /** The text, if the file was read. */
  readonly text: string | null;
}

/**
 * Finds files of a package on disk. Files with a known stamp are not read.
 *
 * @param host file access
 * @param out folder of the package, absolute
 * @param files paths relative to the package
 * @param known hashes of files by their stamps
 * @returns files in the order of the paths
 */
export async function findOnDisk(
  host: Host,
  out: string,
  files: readonly string[],
  known: KnownFiles,
): Promise<readonly DiskFile[]> {
  const looks = await known.look(
    host,
    files.map((name) => ({ name, path: path.join(out, name) })),
  );
  const unknown = looks.flatMap((look, index) => (look.facts === null ? [index] : []));
  const fresh = new Map<number, DiskFile>();
  await mapInBatches(unknown, async (index) => {
    const text = await readOnDisk(host, out, files[index] ?? "");
    const hash = text === null ? null : hashOf(text);
    if (hash !== null) looks[index]?.note([hash]);
    fresh.set(index, { hash, text });
  });
  return looks.map(({ facts }, index) => fresh.get(index) ?? { hash: facts?.[0] ?? null, text: null });
}

/** Reads a file of a package, including its byte order mark; null without a file. */
export async function readOnDisk(host: Host, out: string, file: string): Promise<string | null> {
  const bytes = await host.read(path.join(out, file));
  return bytes === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

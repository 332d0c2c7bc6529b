import path from "node:path";
import type { Host } from "../host/host.ts";
import type { KnownFiles } from "../host/known-files.ts";
import { mapInBatches } from "../util/batch.ts";
import { hashOf } from "./hash.ts";

/** What stands at a path of a package. */
export interface StandingFile {
  /** Hash of the text as the manifest has it, or null without a file. */
  readonly hash: string | null;
  /** The text, where it had to be read. */
  readonly text: string | null;
}

/**
 * Finds out what stands in a package; what is known of a file need not be read.
 *
 * @param host file access
 * @param out folder of the package, absolute
 * @param files paths relative to the package
 * @param known what is known of its files by their stamps
 * @returns in the order of the files
 */
export async function findStanding(
  host: Host,
  out: string,
  files: readonly string[],
  known: KnownFiles,
): Promise<readonly StandingFile[]> {
  const looks = await known.look(
    host,
    files.map((name) => ({ name, path: path.join(out, name) })),
  );
  const unknown = looks.flatMap((look, index) => (look.facts === null ? [index] : []));
  const fresh = new Map<number, StandingFile>();
  await mapInBatches(unknown, async (index) => {
    const text = await readStanding(host, out, files[index] ?? "");
    const hash = text === null ? null : hashOf(text);
    if (hash !== null) looks[index]?.note([hash]);
    fresh.set(index, { hash, text });
  });
  return looks.map(({ facts }, index) => fresh.get(index) ?? { hash: facts?.[0] ?? null, text: null });
}

/** Reads a file of a package as it is; null without one. */
export async function readStanding(host: Host, out: string, file: string): Promise<string | null> {
  const bytes = await host.read(path.join(out, file));
  return bytes === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

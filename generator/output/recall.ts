import type { Host } from "../host.ts";
import type { KnownFiles } from "../known-files.ts";
import type { OutputPlan } from "./model.ts";
import { findStanding } from "./standing.ts";

/**
 * Plans to leave a package as it is, where all of its files are what an earlier run made.
 *
 * @param host file access
 * @param out folder of the package, absolute
 * @param files paths and hashes of everything that the run made, the manifest among them
 * @param known what is known of the files of the package by their stamps
 * @returns null where a file is missing or another
 */
export async function recallOutput(
  host: Host,
  out: string,
  files: readonly (readonly [path: string, hash: string])[],
  known: KnownFiles,
): Promise<OutputPlan | null> {
  const paths = files.map(([file]) => file);
  const standing = await findStanding(host, out, paths, known);
  const isSame = files.every(([, hash], index) => standing[index]?.hash === hash);
  return isSame ? { out, files: [], recalled: files.length } : null;
}

import path from "node:path";
import type { Host } from "../host.ts";
import { mapInBatches } from "../util/batch.ts";
import { sha256 } from "../util/hash.ts";
import type { OutputPlan, PlannedFile } from "./model.ts";

/**
 * Plans to leave a package as it is, where all of its files are what an earlier run made.
 *
 * @param host file access
 * @param out folder of the package, absolute
 * @param files paths and hashes of everything that the run made, the manifest among them
 * @returns null where a file is missing or another
 */
export async function recallOutput(
  host: Host,
  out: string,
  files: readonly (readonly [path: string, hash: string])[],
): Promise<OutputPlan | null> {
  const found = await mapInBatches(files, async ([file, hash]): Promise<PlannedFile | null> => {
    const bytes = await host.read(path.join(out, file));
    if (bytes === null) return null;
    const before = new TextDecoder().decode(bytes);
    const text = before.replaceAll("\r\n", "\n");
    return sha256(text) === hash ? { path: file, text, before, disk: "same" } : null;
  });
  const same = found.flatMap((file) => file ?? []);
  return same.length === files.length ? { out, files: same } : null;
}

import path from "node:path";
import type { Host } from "../host/host.ts";
import { contains, realPath } from "../host/real-path.ts";

/**
 * Finds the files of a package that are outside of it, as a symbolic link leads there. A link in place of a file itself
 * does not matter: it is replaced or removed, not its target.
 *
 * @param host file access
 * @param out folder of the package, absolute; it need not exist
 * @param files POSIX paths relative to the package
 */
export async function findOutside(host: Host, out: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const inside = await realPath(host, out);
  const folders = new Map<string, boolean>();
  for (const folder of new Set(files.map((file) => path.posix.dirname(file)))) {
    folders.set(folder, !contains(inside, await realPath(host, path.join(out, folder))));
  }
  return new Set(files.filter((file) => folders.get(path.posix.dirname(file)) === true));
}

/** @throws an error of the file system if one of the files is outside of the package */
export async function refuseOutside(host: Host, out: string, files: readonly string[]): Promise<void> {
  const [first] = await findOutside(host, out, files);
  if (first === undefined) return;
  const file = path.join(out, path.posix.dirname(first));
  throw Object.assign(new Error(`EOUTSIDE: a symbolic link leads out of the package, '${file}'`), {
    code: "EOUTSIDE",
    path: file,
  });
}

import path from "node:path";
import type { Host } from "./host.ts";

/** Real path of a file or folder that need not exist: symbolic links above it are resolved. */
export async function realPath(host: Pick<Host, "real">, file: string): Promise<string> {
  const real = await host.real(file);
  const parent = path.dirname(file);
  if (real !== null || parent === file) return real ?? file;
  return path.join(await realPath(host, parent), path.basename(file));
}

/** Whether a folder contains a path, or is the path itself. */
export function contains(folder: string, inner: string): boolean {
  const relative = path.relative(folder, inner);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

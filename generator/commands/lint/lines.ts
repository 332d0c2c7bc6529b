import path from "node:path";
import type { Host } from "../../host/host.ts";
import type { Finding } from "../../lint/catalog.ts";

/**
 * Reads the lines of the files that have diagnostics.
 *
 * @param host file access
 * @param docs folder that the paths of the diagnostics are relative to
 * @param diagnostics diagnostics of one or more files
 * @returns lines by file, without the files that cannot be read
 */
export async function readLines(
  host: Host,
  docs: string,
  diagnostics: readonly Finding[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = new Map<string, readonly string[]>();
  for (const file of new Set(diagnostics.map(({ place }) => place.file))) {
    const text = await readText(host, path.resolve(docs, file));
    if (text !== null) lines.set(file, text.split(/\r?\n/));
  }
  return lines;
}

/** Returns the text of a file, or null if it cannot be read. */
async function readText(host: Host, file: string): Promise<string | null> {
  try {
    const bytes = await host.read(file);
    return bytes === null ? null : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // A diagnostic already reports this.
    return null;
  }
}

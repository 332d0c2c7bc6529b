import path from "node:path";
import type { Host } from "../host.ts";
import type { Finding } from "../lint/catalog.ts";

/**
 * Reads the files that diagnostics speak of.
 *
 * @param host file access
 * @param docs folder that their paths start from
 * @param diagnostics what was found
 * @returns lines by file; a file that cannot be read is left out
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

/** Text of a file, or null where it cannot be read. */
async function readText(host: Host, file: string): Promise<string | null> {
  try {
    const bytes = await host.read(file);
    return bytes === null ? null : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The diagnostics already say that it cannot be read.
    return null;
  }
}

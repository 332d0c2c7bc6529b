import path from "node:path";
import type { OutputFile } from "../emit/model.ts";
import type { Host } from "../host.ts";
import { mapInBatches } from "../util/batch.ts";
import { compareStrings } from "../util/compare.ts";
import { sha256 } from "../util/hash.ts";
import { isSafePath, MANIFEST_PATH, parseManifest, printManifest, type Manifest } from "./manifest.ts";
import type { DiskState, OutputPlan, PlannedFile } from "./model.ts";

/**
 * Compares the files of a package with what stands on disk.
 *
 * @param host file access
 * @param out folder of the package, absolute; it need not exist
 * @param files formatted files
 * @param standing hashes of files that are known to stand there as they are planned; the disk is not asked for them
 * @returns what a run would do
 * @throws Error when two files share a path or one leaves the package, which is a fault of the emitter
 */
export async function planOutput(
  host: Host,
  out: string,
  files: readonly OutputFile[],
  standing: ReadonlyMap<string, string> = new Map(),
): Promise<OutputPlan> {
  assertPaths(files);
  const manifest = parseManifest(await readText(host, out, MANIFEST_PATH));
  const hashes = new Map(files.map(({ path, text }) => [path, standing.get(path) ?? hashOf(text)]));
  const wanted: readonly OutputFile[] = [...files, { path: MANIFEST_PATH, text: printManifest(hashes) }];
  const stale = [...manifest.keys()].filter((file) => !hashes.has(file)).map((path) => ({ path, text: null }));
  const planned = await mapInBatches([...wanted, ...stale], async ({ path, text }): Promise<PlannedFile> => {
    if (standing.has(path)) return { path, text, before: text, disk: "same" };
    const before = await readText(host, out, path);
    return { path, text, before, disk: diskState(path, text, before, manifest) };
  });
  return { out, files: planned.toSorted((a, b) => compareStrings(a.path, b.path)) };
}

/** Hash of a file as the manifest has it. */
export function hashOf(text: string): string {
  return sha256(unified(text));
}

function diskState(path: string, text: string | null, before: string | null, manifest: Manifest): DiskState {
  if (before === null) return "absent";
  const plain = unified(before);
  if (text !== null && plain === unified(text)) return "same";
  if (path === MANIFEST_PATH) return "ours";
  const hash = manifest.get(path);
  if (hash === undefined) return "foreign";
  return hash === sha256(plain) ? "ours" : "edited";
}

/** Git may check files out with CRLF; that alone is neither a change nor an edit. */
function unified(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

async function readText(host: Host, out: string, file: string): Promise<string | null> {
  const bytes = await host.read(path.join(out, file));
  return bytes === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function assertPaths(files: readonly OutputFile[]): void {
  const seen = new Set<string>();
  for (const file of files) {
    if (!isSafePath(file.path)) throw new Error(`Emitted path ${file.path} leaves the package`);
    // Two names that differ only in case are one file on Windows and macOS.
    const key = file.path.toLowerCase();
    if (seen.has(key)) throw new Error(`Emitted path ${file.path} stands twice (letter case aside)`);
    seen.add(key);
  }
}

import type { OutputFile } from "../emit/model.ts";
import type { Host } from "../host/host.ts";
import { NO_FILE_STAMPS, type FileStamps } from "../host/file-stamps.ts";
import { mapInBatches } from "../util/batch.ts";
import { compareStrings } from "../util/compare.ts";
import { findOnDisk, readOnDisk, type DiskFile } from "./disk.ts";
import { hashOf } from "./hash.ts";
import { isSafePath, MANIFEST_PATH, parseManifest, printManifest, type Manifest } from "./manifest.ts";
import { findOutside } from "./outside.ts";
import type { DiskState, OutputPlan, PlannedFile } from "./model.ts";

/**
 * Compares the files of a package with the files on disk.
 *
 * @param host file access
 * @param out folder of the package, absolute; it need not exist
 * @param files formatted files
 * @param stamps stamps of the files of the package
 * @returns the changes that a run makes; a listed file that is outside of the package, behind a link, is foreign
 * @throws Error if two files share a path or a path leaves the package, which is a bug in the emitter
 */
export async function planOutput(
  host: Host,
  out: string,
  files: readonly OutputFile[],
  stamps: FileStamps = NO_FILE_STAMPS,
): Promise<OutputPlan> {
  assertPaths(files);
  const known = parseManifest(await readOnDisk(host, out, MANIFEST_PATH));
  const outside = await findOutside(host, out, [...known.keys()]);
  const manifest = new Map([...known].filter(([file]) => !outside.has(file)));
  const hashes = new Map(files.map((file) => [file.path, file.hash ?? hashOf(file.text)]));
  const manifestFile = { path: MANIFEST_PATH, text: printManifest(hashes) };
  const wanted = [...files, manifestFile].map((file): Wanted => ({
    path: file.path,
    file,
    hash: hashes.get(file.path) ?? hashOf(file.text),
  }));
  const stale = [...manifest.keys()].filter((file) => !hashes.has(file));
  const asked: readonly Wanted[] = [...wanted, ...stale.map((path) => ({ path, file: null, hash: null }))];
  const onDisk = await findOnDisk(
    host,
    out,
    asked.map(({ path }) => path),
    stamps,
  );
  const compared = await mapInBatches(asked, (file, index) =>
    compare({ host, out, manifest }, file, onDisk[index] ?? { hash: null, text: null }),
  );
  return { out, files: compared.toSorted((a, b) => compareStrings(a.path, b.path)), unchanged: 0 };
}

/** A file to write or, with null, to remove. */
interface Wanted {
  readonly path: string;
  readonly file: OutputFile | null;
  readonly hash: string | null;
}

interface Package {
  readonly host: Host;
  readonly out: string;
  readonly manifest: Manifest;
}

/** An unchanged file. Its text is read only on access, as reading takes time. */
function unchanged({ path, file, hash }: Wanted): PlannedFile {
  return {
    path,
    hash,
    get text() {
      return file?.text ?? null;
    },
    get before() {
      return file?.text ?? null;
    },
    disk: "same",
  };
}

/** Reads the text on disk only if the file changes, to show the change and to detect edits. */
async function compare(
  { host, out, manifest }: Package,
  wanted: Wanted,
  { hash, text: read }: DiskFile,
): Promise<PlannedFile> {
  if (hash !== null && hash === wanted.hash) return unchanged(wanted);
  const before = hash === null ? null : (read ?? (await readOnDisk(host, out, wanted.path)));
  const { path, file, hash: planned } = wanted;
  return { path, text: file?.text ?? null, hash: planned, before, disk: diskState(wanted, before, manifest) };
}

function diskState(wanted: Wanted, before: string | null, manifest: Manifest): DiskState {
  if (before === null) return manifest.has(wanted.path) ? "missing" : "absent";
  const hash = hashOf(before);
  if (hash === wanted.hash) return "same";
  if (wanted.path === MANIFEST_PATH) return "ours";
  const written = manifest.get(wanted.path);
  if (written === undefined) return "foreign";
  return written === hash ? "ours" : "edited";
}

function assertPaths(files: readonly OutputFile[]): void {
  const seen = new Set<string>();
  for (const file of files) {
    if (!isSafePath(file.path)) throw new Error(`Emitted path ${file.path} leaves the package`);
    // Names that differ only in case are the same file on Windows and macOS.
    const key = file.path.toLowerCase();
    if (seen.has(key)) throw new Error(`Emitted path ${file.path} occurs twice (ignoring case)`);
    seen.add(key);
  }
}

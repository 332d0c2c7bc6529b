import path from "node:path";
import type { OutputFile } from "../emit/model.ts";
import type { Host } from "../host.ts";
import { NO_KNOWN_FILES, type KnownFiles } from "../known-files.ts";
import { mapInBatches } from "../util/batch.ts";
import { hashOf } from "./hash.ts";
import { clearStaging, commitJournal, openJournal, type Journal } from "./journal.ts";
import { MANIFEST_PATH } from "./manifest.ts";
import { changeOf, type DiskState, type OutputPlan, type PlannedFile } from "./model.ts";
import { JOURNAL, stagedPath } from "./staging.ts";
import { stageFolders } from "./swap.ts";

/**
 * Carries out a plan: all that changes is staged in the package's folder first, then moved into place in one stretch
 * of few moves. A run that is killed before leaves the old package, one that is killed after it the new one; should a
 * kill fall between two of the moves, the next run finishes them.
 *
 * @param host file access
 * @param plan what to do; files that stay as they are are not touched
 * @param known learns what stands in files that were written
 * @throws the host's error (no space, no permission) with the old package intact when staging fails
 */
export async function writeOutput(host: Host, plan: OutputPlan, known: KnownFiles = NO_KNOWN_FILES): Promise<void> {
  const moved = changed(plan).flatMap(({ path, text, disk }) => (text === null ? [] : [{ path, text, disk }]));
  const removed = changed(plan).flatMap(({ path, text }) => (text === null ? [path] : []));
  if (moved.length === 0 && removed.length === 0) return;
  // The manifest comes last: until then the old one still tells which files are ours.
  const ordered = moved.toSorted((a, b) => Number(a.path === MANIFEST_PATH) - Number(b.path === MANIFEST_PATH));
  const journal = await stage(host, plan.out, ordered, removed);
  await known.noteWritten(
    host,
    moved.map((file) => stagedFile(plan.out, file)),
    path.join(plan.out, JOURNAL),
  );
  await commitJournal(host, plan.out, journal);
}

/** A file keeps its stamp when its folder is moved into place; one that is moved itself gets another, and is read. */
function stagedFile(out: string, { path: name, text }: OutputFile) {
  return { name, path: path.join(out, stagedPath(name)), facts: [hashOf(text)] as const };
}

interface StagedFile extends OutputFile {
  readonly disk: DiskState;
}

async function stage(
  host: Host,
  out: string,
  files: readonly StagedFile[],
  removed: readonly string[],
): Promise<Journal> {
  try {
    await mapInBatches(files, ({ path: file, disk }) => refuseFolder(host, path.join(out, file), disk));
    await mapInBatches(files, ({ path: file, text }) =>
      host.write(path.join(out, stagedPath(file)), new TextEncoder().encode(text)),
    );
    const moved = files.map((file) => file.path);
    const journal = { swapped: await stageFolders(host, out, [...moved, ...removed]), moved, removed };
    await openJournal(host, out, journal);
    return journal;
  } catch (error) {
    await discard(host, out);
    throw error;
  }
}

/** A folder in a file's place would stop the moves half-way. */
async function refuseFolder(host: Host, file: string, disk: DiskState): Promise<void> {
  if (disk !== "absent" || (await host.kind(file)) !== "folder") return;
  throw Object.assign(new Error(`EISDIR: a folder stands in the place of a file, '${file}'`), {
    code: "EISDIR",
    path: file,
  });
}

function changed(plan: OutputPlan): readonly PlannedFile[] {
  return plan.files.filter((file) => changeOf(file) !== "unchanged");
}

async function discard(host: Host, out: string): Promise<void> {
  try {
    await clearStaging(host, out);
  } catch {
    // The cause of the failed write matters more than a leftover, which the next run clears away.
  }
}

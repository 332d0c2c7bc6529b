import path from "node:path";
import type { OutputFile } from "../emit/model.ts";
import type { Host } from "../host/host.ts";
import { NO_FILE_STAMPS, type FileStamps } from "../host/file-stamps.ts";
import { mapInBatches } from "../util/batch.ts";
import { hashOf } from "./hash.ts";
import { clearStaging, commitJournal, openJournal, type Journal } from "./journal.ts";
import { MANIFEST_PATH } from "./manifest.ts";
import { changeOf, type DiskState, type OutputPlan, type PlannedFile } from "./model.ts";
import { refuseOutside } from "./outside.ts";
import { JOURNAL, stagedPath } from "./staging.ts";
import { stageFolders } from "./swap.ts";

/**
 * Writes the changes of a plan: `format.ts` formats emitted files, `plan.ts` compares them with the disk, and this
 * function makes the disk match. All changed files are staged in the folder of the package, then moved into place. If
 * the process is killed before the moves, the old package remains; if it is killed between two moves, the next run
 * completes them.
 *
 * @param host file access
 * @param plan planned files; unchanged files are not touched
 * @param stamps receives the hashes of written files
 * @throws the host's error (no space, no permission) if staging fails; the old package is then intact
 */
export async function writeOutput(host: Host, plan: OutputPlan, stamps: FileStamps = NO_FILE_STAMPS): Promise<void> {
  const moved = changed(plan).flatMap(({ path, text, disk }) => (text === null ? [] : [{ path, text, disk }]));
  const removed = changed(plan).flatMap(({ path, text }) => (text === null ? [path] : []));
  if (moved.length === 0 && removed.length === 0) return;
  await refuseOutside(host, plan.out, [...moved.map((file) => file.path), ...removed, JOURNAL]);
  // The manifest comes last: until then, the old one still lists the generated files.
  const ordered = moved.toSorted((a, b) => Number(a.path === MANIFEST_PATH) - Number(b.path === MANIFEST_PATH));
  const journal = await stage(host, plan.out, ordered, removed);
  await stamps.recordWritten(
    host,
    moved.map((file) => stagedFile(plan.out, file)),
    path.join(plan.out, JOURNAL),
  );
  await commitJournal(host, plan.out, journal);
}

/** A file keeps its stamp when its folder is moved; a file that is moved itself gets a new one and is read again. */
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

/** A folder at the path of a file would interrupt the moves. */
async function refuseFolder(host: Host, file: string, disk: DiskState): Promise<void> {
  if ((disk !== "absent" && disk !== "missing") || (await host.kind(file)) !== "folder") return;
  throw Object.assign(new Error(`EISDIR: a folder exists in place of a file, '${file}'`), {
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
    // The first error matters more than leftover files, which the next run removes.
  }
}

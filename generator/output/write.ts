import path from "node:path";
import type { Host } from "../host.ts";
import { mapInBatches } from "../util/batch.ts";
import { clearStaging, commitJournal, openJournal, stagedPath } from "./journal.ts";
import { MANIFEST_PATH } from "./manifest.ts";
import { changeOf, type OutputPlan, type PlannedFile } from "./model.ts";

/**
 * Carries out a plan: all changed files are staged beside the package first, then moved into place. A run that is
 * killed before the moves leaves the old package; one that is killed between them is finished by the next run.
 *
 * @param host file access
 * @param plan what to do; files that stay as they are are not touched
 * @throws the host's error (no space, no permission) with the old package intact when staging fails
 */
export async function writeOutput(host: Host, plan: OutputPlan): Promise<void> {
  const moved = changed(plan).flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]));
  const removed = changed(plan).flatMap(({ path, text }) => (text === null ? [path] : []));
  if (moved.length === 0 && removed.length === 0) return;
  // The manifest comes last: until then the old one still tells which files are ours.
  const ordered = moved.toSorted((a, b) => Number(a.path === MANIFEST_PATH) - Number(b.path === MANIFEST_PATH));
  const journal = { moved: ordered.map(({ path }) => path), removed };
  try {
    await mapInBatches(ordered, ({ text }, index) =>
      host.write(path.join(plan.out, stagedPath(index)), new TextEncoder().encode(text)),
    );
    await openJournal(host, plan.out, journal);
  } catch (error) {
    await discard(host, plan.out);
    throw error;
  }
  await commitJournal(host, plan.out, journal);
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

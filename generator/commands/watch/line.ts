import { counted } from "../../diagnostics/report/text.ts";
import type { WatchRun } from "./run.ts";

/** Names of each kind that a line has room for. */
const NAMED = 3;

/**
 * Says in one line what a run of a watch did.
 *
 * @param run what came of it
 * @param pages pages that changed, or null for the first run
 * @param broken pages that count as they were before
 * @param milliseconds how long it took
 */
export function describeRun(
  { build, written }: WatchRun,
  pages: readonly string[] | null,
  broken: ReadonlySet<string>,
  milliseconds: number,
): string {
  const what = pages === null ? counted(build.facts.pages, "page") : `${named(pages)} changed`;
  const done = written.length === 0 ? "nothing to write" : `wrote ${named(written)}`;
  const kept = broken.size === 0 ? "" : `; ${named([...broken])} is broken and counts as it was before`;
  return `${what}: ${done}${kept} (${(milliseconds / 1000).toFixed(2)} s)\n`;
}

function named(files: readonly string[]): string {
  const shown = files.slice(0, NAMED).join(", ");
  return files.length > NAMED ? `${shown} and ${files.length - NAMED} more` : shown;
}

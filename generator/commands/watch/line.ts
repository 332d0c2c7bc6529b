import { counted } from "../../diagnostics/report/text.ts";
import type { WatchRun } from "./run.ts";

/** Maximum number of names of each kind on a line. */
const LISTED = 3;

/**
 * Describes a run of `watch` in one line.
 *
 * @param run result of the run
 * @param pages pages that changed, or null for the first run
 * @param broken pages that keep their previous facts
 * @param milliseconds duration of the run
 */
export function describeRun(
  { build, written }: WatchRun,
  pages: readonly string[] | null,
  broken: ReadonlySet<string>,
  milliseconds: number,
): string {
  const what = pages === null ? counted(build.facts.pages, "page") : `${named(pages)} changed`;
  const done = written.length === 0 ? "nothing to write" : `wrote ${named(written)}`;
  const kept = broken.size === 0 ? "" : `; broken, so unchanged in the package: ${named([...broken])}`;
  return `${what}: ${done}${kept} (${(milliseconds / 1000).toFixed(2)} s)\n`;
}

function named(files: readonly string[]): string {
  const shown = files.slice(0, LISTED).join(", ");
  return files.length > LISTED ? `${shown} and ${files.length - LISTED} more` : shown;
}

import { counted } from "../../diagnostics/report/text.ts";
import { visible } from "../../util/visible.ts";
import { describeLeft } from "../notices.ts";
import type { Build } from "../package/build-package.ts";

/** Maximum number of names of each kind on a line. */
const LISTED = 3;

/** What a run of `watch` did. */
export interface WatchRun {
  readonly build: Build;
  /** Pages that changed, or null for the first run. */
  readonly pages: readonly string[] | null;
  /** Paths in the package of files that were written or removed. */
  readonly written: readonly string[];
  /** Broken pages, which keep their previous facts. */
  readonly broken: readonly string[];
  readonly milliseconds: number;
}

/** Describes a run of `watch` in one line. */
export function describeRun({ build, pages, written, broken, milliseconds }: WatchRun): string {
  const what = pages === null ? counted(build.facts.pages, "page") : `${named(pages)} changed`;
  const done = written.length === 0 ? "nothing to write" : `wrote ${named(written)}`;
  const kept = broken.length === 0 ? "" : `; broken, so unchanged in the package: ${broken.join(", ")}`;
  const left = pages === null ? describeLeft(build.notices) : "";
  return `${what}: ${done}${kept}${left} (${(milliseconds / 1000).toFixed(2)} s)\n`;
}

function named(files: readonly string[]): string {
  const shown = files.slice(0, LISTED).map(visible).join(", ");
  return files.length > LISTED ? `${shown} and ${files.length - LISTED} more` : shown;
}

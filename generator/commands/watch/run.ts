import { setTimeout } from "node:timers/promises";
import { countSeverities } from "../../diagnostics/report/text.ts";
import { MANIFEST_PATH } from "../../output/manifest.ts";
import { changeOf } from "../../output/model.ts";
import { writeOutput } from "../../output/write.ts";
import type { FoundPage } from "../../source/model.ts";
import { CommandFailure } from "../failure.ts";
import { refuseLosses } from "../package/generate.ts";
import { LockedFailure, withLock } from "../locked.ts";
import { buildPackage, type Build, type BuildContext, type ReadPages } from "../package/build-package.ts";

/** What a run of a watch did. */
export interface WatchRun {
  readonly build: Build;
  /** Files that were written or removed, as paths in the package; the manifest, which always is, is left out. */
  readonly written: readonly string[];
}

/** Milliseconds between two tries while another run writes the package. */
const AGAIN = 300;

/**
 * Builds the package and writes what changed.
 *
 * @param run what the run needs
 * @param read reads pages
 * @param pages pages as they are now
 * @throws CommandFailure when nothing can be written; the package is then unchanged
 */
export async function runAgain(run: BuildContext, read: ReadPages, pages: readonly FoundPage[]): Promise<WatchRun> {
  const { context, settings, work } = run;
  const build = await buildPackage(run, pages, read);
  if (settings.strict && countSeverities(build.diagnostics).error > 0) {
    throw new CommandFailure("The docs have errors and --strict is set: nothing is written");
  }
  const written = build.plan.files.filter((file) => changeOf(file) !== "unchanged").map(({ path }) => path);
  if (written.length > 0) {
    refuseLosses(context, build.plan);
    const known = await work.standing();
    await waitingForOthers(run, () =>
      withLock(context, settings.out, () => writeOutput(context.host, build.plan, known)),
    );
  }
  await work.memo.save();
  return { build, written: written.filter((file) => file !== MANIFEST_PATH).toSorted(sourcesFirst) };
}

/** What a person looks for comes first. */
function sourcesFirst(a: string, b: string): number {
  return Number(b.startsWith("src/")) - Number(a.startsWith("src/"));
}

/** Another run is soon over; it is named once. */
async function waitingForOthers({ context }: BuildContext, write: () => Promise<void>): Promise<void> {
  for (let said = false; ; said = true) {
    try {
      await write();
      return;
    } catch (error) {
      if (!(error instanceof LockedFailure)) throw error;
      if (!said) await context.stderr.write(`${error.message}\n`);
      await setTimeout(AGAIN);
    }
  }
}

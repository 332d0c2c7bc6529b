import { setTimeout } from "node:timers/promises";
import { MANIFEST_PATH } from "../../output/manifest.ts";
import { changeOf } from "../../output/model.ts";
import { writeOutput } from "../../output/write.ts";
import type { Docs } from "../../source/find.ts";
import { refuseErrors, refuseLosses } from "../package/generate.ts";
import { LockedFailure, withLock } from "../locked.ts";
import { buildPackage, type BuildContext, type FreshBuild, type ReadPages } from "../package/build-package.ts";

/** Result of a run of `watch`. */
export interface WatchRun {
  readonly build: FreshBuild;
  /** Paths in the package of files that were written or removed, without the manifest, which changes with any file. */
  readonly written: readonly string[];
}

/** Milliseconds between two attempts while another run writes the package. */
const RETRY_DELAY = 300;

/**
 * Builds the package and writes what changed.
 *
 * @param run environment of the run
 * @param read reads pages
 * @param docs current files of the docs
 * @throws CommandFailure if nothing can be written; the package is then unchanged
 */
export async function runAgain(run: BuildContext, read: ReadPages, docs: Docs): Promise<WatchRun> {
  const { context, settings, work } = run;
  const build = await buildPackage(run, docs, read);
  refuseErrors(settings, build.notices);
  const written = build.plan.files.filter((file) => changeOf(file) !== "unchanged").map(({ path }) => path);
  if (written.length > 0) {
    refuseLosses(context, build.plan);
    const stamps = await work.packageFiles();
    await waitingForOthers(run, () =>
      withLock(context, settings.out, () => writeOutput(context.host, build.plan, stamps)),
    );
  }
  await work.memo.save();
  return { build, written: written.filter((file) => file !== MANIFEST_PATH).toSorted(sourcesFirst) };
}

/** Sorts sources before other files, as they matter most to the reader. */
function sourcesFirst(a: string, b: string): number {
  return Number(b.startsWith("src/")) - Number(a.startsWith("src/"));
}

/** Retries while another run writes the package; reports that run once. */
async function waitingForOthers({ context }: BuildContext, write: () => Promise<void>): Promise<void> {
  for (let isReported = false; ; isReported = true) {
    try {
      await write();
      return;
    } catch (error) {
      if (!(error instanceof LockedFailure)) throw error;
      if (!isReported) await context.stderr.write(`${error.message}\n`);
      await setTimeout(RETRY_DELAY);
    }
  }
}

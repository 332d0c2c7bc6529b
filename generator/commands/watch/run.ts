import { setTimeout } from "node:timers/promises";
import { MANIFEST_PATH } from "../../output/manifest.ts";
import { changeOf } from "../../output/model.ts";
import { writeOutput } from "../../output/write.ts";
import { refuseErrors, refuseLosses } from "../package/generate.ts";
import { LockedFailure, withLock } from "../locked.ts";
import type { Build, BuildContext } from "../package/build-package.ts";

/** Milliseconds between two attempts while another run writes the package. */
const RETRY_DELAY = 300;

/**
 * Writes what changed in a package.
 *
 * @param run environment of the run
 * @param build the built package
 * @returns paths in the package of files that were written or removed, without the manifest, which changes with any file
 * @throws CommandFailure if nothing can be written; the package is then unchanged
 */
export async function writeBuild(run: BuildContext, { notices, plan }: Build): Promise<readonly string[]> {
  const { context, settings, work } = run;
  await work.memo.save();
  refuseErrors(settings, notices);
  const written = plan.files.filter((file) => changeOf(file) !== "unchanged").map(({ path }) => path);
  if (written.length > 0) {
    refuseLosses(
      context,
      plan,
      "or replace them once with `generate --force` (`check --diff` shows what would be lost)",
    );
    const stamps = await work.packageFiles();
    await waitingForOthers(run, () => withLock(context, settings.out, () => writeOutput(context.host, plan, stamps)));
  }
  return written.filter((file) => file !== MANIFEST_PATH).toSorted(sourcesFirst);
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
      if (!isReported) await context.stderr.write(`${error.waiting}\n`);
      await setTimeout(RETRY_DELAY);
    }
  }
}

import path from "node:path";
import { withWork, type Work, type WorkOptions } from "../workers/work.ts";
import { shownPath, type Context } from "./context.ts";
import { explainFileError } from "./failure.ts";

/**
 * Runs a command with the cache and the threads that its flags configure. If results cannot be stored in the folder that
 * the user named, a warning says so; for the default folder, only with `--verbose`.
 *
 * @param folders docs and package of the run, absolute
 * @param flags flags of the cache and the threads
 */
export async function withCache<T>(
  context: Context,
  folders: { readonly docs: string; readonly out: string },
  flags: WorkOptions,
  use: (work: Work) => Promise<T>,
): Promise<T> {
  const isReported = flags.cacheDir !== undefined || context.verbose === true;
  const onCacheError = (error: unknown): Promise<void> => warn(context, error);
  const options = { ...flags, ...(isReported ? { onCacheError } : {}) };
  let endStep = await context.progress.begin("Opening the cache");
  try {
    return await withWork(context, folders, options, async (work) => {
      await endStep();
      const result = await use(work);
      endStep = await context.progress.begin("Storing results");
      return result;
    });
  } finally {
    await endStep();
  }
}

async function warn(context: Context, error: unknown): Promise<void> {
  const mistake = explainFileError(error, (absolute) => shownPath(context, path.dirname(absolute)));
  const problem = mistake?.problem ?? String(error);
  await context.stderr.write(
    `warning: ${problem}\nThe results of this run are not stored, so the next run takes longer: name another --cache-dir.\n`,
  );
}

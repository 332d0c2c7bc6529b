import type { Settings } from "../settings.ts";
import { discoverPages } from "../source/discover.ts";
import { findAllPages } from "../source/find.ts";
import { PLAIN_WORK } from "../work.ts";
import { shownPath, type Context } from "./context.ts";
import { CommandFailure } from "./failure.ts";
import { recallRun, rememberRun, runKey } from "./last-run.ts";
import type { Build } from "./make.ts";
import { createProgress } from "./progress.ts";

/**
 * Runs all stages up to the plan of what to write. Where an earlier run had the same input and its output still
 * stands, that is all there is to find out.
 *
 * @param context the world
 * @param settings settings of the run
 * @throws CommandFailure when the docs hold nothing that a package can be made of
 * @throws ConfigError when a pattern of the selection matches nothing
 */
export async function build(context: Context, settings: Settings): Promise<Build> {
  const progress = createProgress(context);
  const work = context.work ?? PLAIN_WORK;
  try {
    const docs = shownPath(context, settings.docs);
    await progress.step(`Reading ${docs}`);
    const pages = await findAllPages({ host: context.host, ...settings }, await work.sources());
    if (pages.length === 0) throw noPages(docs);
    const key = runKey(pages, settings, work.stamp);
    // Pages that are copied as they are may change in what no reader of them sees, such as their line ends.
    const recalled = settings.shipDocs ? null : await recallRun(context.host, settings, work, key);
    if (recalled !== null) return recalled;
    work.pool.preparePrinter();
    // Loaded when needed: most runs before a commit end here, and the stages bring their libraries along.
    const { make } = await import("./make.ts");
    const made = await make({ context, settings, work, progress }, pages);
    rememberRun(await work.runs(), key, made);
    return made;
  } finally {
    await progress.clear();
  }
}

/**
 * Counts the pages of the docs.
 *
 * @throws CommandFailure when there is none
 */
export async function countPages({ host, ...context }: Context, settings: Settings): Promise<number> {
  const pages = await discoverPages(host, settings.docs);
  if (pages.length > 0) return pages.length;
  throw noPages(shownPath({ host, ...context }, settings.docs));
}

function noPages(docs: string): CommandFailure {
  return new CommandFailure(`No Markdown page found in ${docs}: name the folder that holds api/ and resources/`);
}

import { NAME_DOCS, type Settings } from "../../settings.ts";
import { discoverPages } from "../../source/discover.ts";
import { findDocs } from "../../source/find.ts";
import { PLAIN_WORK } from "../../workers/work.ts";
import { shownPath, type Context } from "../context.ts";
import { CommandFailure } from "../failure.ts";
import { createProgress } from "../progress.ts";
import type { Build } from "./build-package.ts";
import { buildUnlessUnchanged } from "./unchanged-run.ts";

/**
 * Runs all stages up to the plan of what to write.
 *
 * @param context the program's environment
 * @param settings settings of the run
 * @throws CommandFailure if the docs describe nothing to generate a package from
 * @throws ConfigError if a pattern of the selection matches nothing
 */
export async function build(context: Context, settings: Settings): Promise<Build> {
  const progress = createProgress(context);
  const work = context.work ?? PLAIN_WORK;
  try {
    const docs = shownPath(context, settings.docs);
    await progress.step(`Reading ${docs}`);
    const found = await findDocs({ host: context.host, ...settings }, await work.sources());
    if (found.pages.length === 0) throw noPages(docs);
    const run = async (): Promise<Build> => {
      work.pool.preparePrinter();
      // Loaded on demand: most runs before a commit have nothing to build, and the stages need large libraries.
      const { buildPackage } = await import("./build-package.ts");
      return buildPackage({ context, settings, work, progress }, found);
    };
    // The bytes of a copied page may change even if its text does not, for example if its line endings change.
    return settings.shipDocs ? await run() : await buildUnlessUnchanged(context, settings, work, found, run);
  } finally {
    await progress.clear();
  }
}

/**
 * Counts the pages of the docs.
 *
 * @throws CommandFailure if there is none
 */
export async function countPages({ host, ...context }: Context, settings: Settings): Promise<number> {
  const pages = await discoverPages(host, settings.docs);
  if (pages.length > 0) return pages.length;
  throw noPages(shownPath({ host, ...context }, settings.docs));
}

function noPages(docs: string): CommandFailure {
  return new CommandFailure({ problem: `No Markdown page found in ${docs}`, remedy: NAME_DOCS });
}

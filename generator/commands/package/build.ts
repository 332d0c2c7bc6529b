import { NAME_DOCS, type Settings } from "../../settings.ts";
import { discoverPages } from "../../source/discover.ts";
import { findDocs } from "../../source/find.ts";
import { PLAIN_WORK } from "../../workers/work.ts";
import { shownPath, type Context } from "../context.ts";
import { CommandFailure } from "../failure.ts";
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
  const { progress, work = PLAIN_WORK } = context;
  const docs = shownPath(context, settings.docs);
  const found = await progress.step(`Finding pages in ${docs}`, async () =>
    findDocs({ host: context.host, ...settings }, await work.sources()),
  );
  if (found.pages.length === 0) throw noPages(docs);
  const run = async (): Promise<Build> => {
    work.pool.preparePrinter();
    // Loaded on demand: most runs before a commit have nothing to build, and the stages need large libraries.
    const { buildPackage } = await progress.step("Loading", () => import("./build-package.ts"));
    return buildPackage({ context, settings, work, progress }, found);
  };
  return progress.step("Building the package", () =>
    // The bytes of a copied page may change even if its text does not, for example if its line endings change.
    settings.shipDocs ? run() : buildUnlessUnchanged(context, settings, work, found, run),
  );
}

/**
 * Counts the pages of the docs.
 *
 * @throws CommandFailure if there is none
 */
export async function countPages(context: Context, settings: Settings): Promise<number> {
  const docs = shownPath(context, settings.docs);
  const pages = await context.progress.step(`Counting pages in ${docs}`, () =>
    discoverPages(context.host, settings.docs),
  );
  if (pages.length > 0) return pages.length;
  throw noPages(docs);
}

function noPages(docs: string): CommandFailure {
  return new CommandFailure({ problem: `No Markdown page found in ${docs}`, remedy: NAME_DOCS });
}

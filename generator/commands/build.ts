import type { ApiModel } from "../api/model.ts";
import type { OutputPlan } from "../output/model.ts";
import { planOutput } from "../output/plan.ts";
import { docsFromPackage, type Settings } from "../settings.ts";
import { discoverPages } from "../source/read.ts";
import { shownPath, type Context } from "./context.ts";
import { CommandFailure } from "./failure.ts";
import { createProgress } from "./progress.ts";
import { shippedPages } from "./ship.ts";
import { isEmpty, readSelected } from "./read.ts";

/** Everything that `generate` and `check` have in common: all is computed, nothing is written. */
export interface Build {
  readonly pages: number;
  /** What the package is made of: the docs' model, or the part of it that was asked for. */
  readonly model: ApiModel;
  readonly plan: OutputPlan;
}

/**
 * Runs all stages up to the plan of what to write.
 *
 * @param context the world
 * @param settings settings of the run
 * @throws CommandFailure when the docs hold nothing that a package can be made of
 * @throws ConfigError when a pattern of the selection matches nothing
 */
export async function build(context: Context, settings: Settings): Promise<Build> {
  const progress = createProgress(context.stderr);
  try {
    const docs = shownPath(context, settings.docs);
    await progress.step(`Reading ${docs}`);
    const pages = await countPages(context, settings);
    const { whole, model } = await readSelected(context, settings, (done, total) => {
      progress.advance(done, total);
    });
    if (isEmpty(model)) {
      throw new CommandFailure(`No page in ${docs} describes a type, an enum or an operation: nothing is written`);
    }
    await progress.step("Printing");
    // Loaded when needed: the compiler behind the emitter takes half a second that other commands need not pay.
    const [{ emitWithPages }, { formatFiles }] = await Promise.all([
      import("../emit/emit.ts"),
      import("../output/format.ts"),
    ]);
    const { files, pages: referred } = emitWithPages(model, {
      ...settings,
      whole,
      docsFromPackage: docsFromPackage(settings),
    });
    await progress.step("Formatting");
    const formatted = await formatFiles(files, (done) => {
      progress.advance(done, files.length);
    });
    const shipped = settings.shipDocs ? await shippedPages(context.host, settings, referred) : [];
    await progress.step(`Comparing with ${shownPath(context, settings.out)}`);
    return { pages, model, plan: await planOutput(context.host, settings.out, [...formatted, ...shipped]) };
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
  const pages = await discoverPages({ host, docs: settings.docs, root: settings.root });
  if (pages.length > 0) return pages.length;
  const docs = shownPath({ host, ...context }, settings.docs);
  throw new CommandFailure(`No Markdown page found in ${docs}: name the folder that holds api/ and resources/`);
}

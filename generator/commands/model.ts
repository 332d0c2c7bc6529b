import { printModel } from "../api/print.ts";
import { isStageFinding } from "../lint/catalog.ts";
import { findingsOf } from "../lint/findings.ts";
import { linkDocs } from "../pipeline.ts";
import { readPages } from "../read/pages.ts";
import type { Settings } from "../settings.ts";
import { findDocs } from "../source/find.ts";
import { PLAIN_WORK } from "../workers/work.ts";
import { countPages } from "./package/build.ts";
import type { Context, ExitCode } from "./context.ts";
import { select } from "./read.ts";

/**
 * Prints the intermediate model as JSON on stdout.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @returns 0, even if the docs have problems: the model lists those that `generate` lists
 */
export async function model(context: Context, settings: Settings): Promise<ExitCode> {
  await countPages(context, settings);
  const work = context.work ?? PLAIN_WORK;
  const { pages, files } = await findDocs({ host: context.host, ...settings }, await work.sources());
  const checked = linkDocs(await readPages(pages, settings.dialect, work), files, settings);
  const diagnostics = findingsOf(checked, settings.rules).filter(isStageFinding);
  await context.stdout.writeEscaped(printModel(select({ ...checked.model, diagnostics }, settings).model));
  return 0;
}

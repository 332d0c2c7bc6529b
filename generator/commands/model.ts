import { printModel } from "../api/print.ts";
import { isStageFinding } from "../lint/catalog.ts";
import { findingsOf } from "../lint/findings.ts";
import { linkDocs } from "../pipeline.ts";
import { readPages } from "../read/pages.ts";
import type { Settings } from "../settings.ts";
import { findDocs } from "../source/find.ts";
import { PLAIN_WORK } from "../workers/work.ts";
import { countPages } from "./package/build.ts";
import { shownPath, type Context, type ExitCode } from "./context.ts";
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
  const { progress, work = PLAIN_WORK } = context;
  const { pages, files } = await progress.step(`Finding pages in ${shownPath(context, settings.docs)}`, async () =>
    findDocs({ host: context.host, ...settings }, await work.sources()),
  );
  const read = await progress.step("Reading pages", () =>
    readPages(pages, settings.dialect, work, (done, total) => {
      progress.advance(done, total);
    }),
  );
  const checked = await progress.step("Linking", () => linkDocs(read, files, settings));
  const findings = await progress.step("Checking rules", () => findingsOf(checked, settings.rules));
  const selected = select({ ...checked.model, diagnostics: findings.filter(isStageFinding) }, settings);
  const text = await progress.step("Printing", () => printModel(selected.model));
  await context.stdout.writeEscaped(text);
  return 0;
}

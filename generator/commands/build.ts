import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OutputFile } from "../emit/model.ts";
import type { Host } from "../host.ts";
import type { OutputPlan } from "../output/model.ts";
import { planOutput } from "../output/plan.ts";
import { linkResults, readSources } from "../pipeline.ts";
import { readResults } from "../page-results.ts";
import { docsFromPackage, type Settings } from "../settings.ts";
import { discoverPages } from "../source/read.ts";
import { PLAIN_WORK, type Work } from "../work.ts";
import { shownPath, type Context } from "./context.ts";
import { CommandFailure } from "./failure.ts";
import { formatDrafts } from "./format.ts";
import { recallRun, rememberRun, runKey, type RunFacts } from "./last-run.ts";
import { createProgress, type Progress } from "./progress.ts";
import { isEmpty, select } from "./read.ts";
import { shippedPages } from "./ship.ts";

/** Everything that `generate` and `check` have in common: all is computed, nothing is written. */
export interface Build {
  /** What the package is made of: the docs' model, or the part of it that was asked for. */
  readonly facts: RunFacts;
  readonly diagnostics: readonly Diagnostic[];
  readonly plan: OutputPlan;
}

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
    const sources = await readSources(context.host, settings);
    if (sources.length === 0) throw noPages(docs);
    const key = runKey(sources, settings, work.stamp);
    // Pages that are copied as they are may change in what no reader of them sees, such as their line ends.
    const recalled = settings.shipDocs ? null : await recallRun(context.host, settings, work.files, key);
    if (recalled !== null) return recalled;
    await progress.step("Reading pages");
    const results = await readResults(sources, work, (done, total) => {
      progress.advance(done, total);
    });
    await progress.step("Linking");
    const { whole, model } = select(linkResults(results, settings), settings);
    if (isEmpty(model)) {
      throw new CommandFailure(`No page in ${docs} describes a type, an enum or an operation: nothing is written`);
    }
    const files = await emit(context.host, progress, work, settings, { whole, model });
    await progress.step(`Comparing with ${shownPath(context, settings.out)}`);
    const plan = await planOutput(context.host, settings.out, files);
    const { types, enums, operations, diagnostics } = model;
    const facts = { pages: sources.length, types: types.length, enums: enums.length, operations: operations.length };
    rememberRun(work.files, key, { facts, diagnostics, plan });
    return { facts, diagnostics, plan };
  } finally {
    await progress.clear();
  }
}

async function emit(
  host: Host,
  progress: Progress,
  work: Work,
  settings: Settings,
  { whole, model }: ReturnType<typeof select>,
): Promise<readonly OutputFile[]> {
  await progress.step("Printing");
  // Loaded when needed: the compiler behind the emitter takes half a second that other commands need not pay.
  const { draftPackage } = await import("../emit/emit.ts");
  const emitted = draftPackage(model, { ...settings, whole, docsFromPackage: docsFromPackage(settings) });
  await progress.step("Formatting");
  const formatted = await formatDrafts(emitted.drafts, work, (done, total) => {
    progress.advance(done, total);
  });
  return settings.shipDocs ? [...formatted, ...(await shippedPages(host, settings, emitted.pages))] : formatted;
}

/**
 * Counts the pages of the docs.
 *
 * @throws CommandFailure when there is none
 */
export async function countPages({ host, ...context }: Context, settings: Settings): Promise<number> {
  const pages = await discoverPages({ host, docs: settings.docs, root: settings.root });
  if (pages.length > 0) return pages.length;
  throw noPages(shownPath({ host, ...context }, settings.docs));
}

function noPages(docs: string): CommandFailure {
  return new CommandFailure(`No Markdown page found in ${docs}: name the folder that holds api/ and resources/`);
}

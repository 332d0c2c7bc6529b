import type { Diagnostic, Result } from "../diagnostics/diagnostic.ts";
import type { LinkMemory } from "../api/link-memory.ts";
import type { ApiModel } from "../api/model.ts";
import { draftPackage, type EmitOptions, type Emitted } from "../emit/emit.ts";
import type { OutputFile } from "../emit/model.ts";
import type { Summarize } from "../emit/operation-summary.ts";
import { createOperationMemory, type OperationMemory } from "../kept-operations.ts";
import type { OutputPlan } from "../output/model.ts";
import { planOutput } from "../output/plan.ts";
import type { Page } from "../page/model.ts";
import { linkResults } from "../pipeline.ts";
import { readResults } from "../page-results.ts";
import { docsFromPackage, type Settings } from "../settings.ts";
import type { FoundPage } from "../source/model.ts";
import type { Work } from "../work.ts";
import { shownPath, type Context } from "./context.ts";
import { CommandFailure } from "./failure.ts";
import { formatPackage, type FormattedPackage } from "./format.ts";
import type { RunFacts } from "./last-run.ts";
import type { Progress } from "./progress.ts";
import { isEmpty, select, type SelectedModel } from "./read.ts";
import { shippedPages } from "./ship.ts";

/** Everything that a run came to: all is computed, nothing is written. */
export interface Build {
  /** What the package is made of: the docs' model, or the part of it that was asked for. */
  readonly facts: RunFacts;
  readonly diagnostics: readonly Diagnostic[];
  readonly plan: OutputPlan;
}

/** What making a package needs besides the docs. */
export interface Making {
  readonly context: Context;
  readonly settings: Settings;
  readonly work: Work;
  readonly progress: Progress;
}

/** The steps of which something may be known already. */
export interface Steps {
  readonly read: (sources: readonly FoundPage[]) => Promise<readonly Result<Page | null>[]>;
  readonly operations: () => Promise<OperationMemory | null>;
  /** What is known of the run before in the same process. */
  readonly linking: LinkMemory | null;
  /** Makes the models of what was known before, where they say the same. */
  readonly share: (selected: SelectedModel) => SelectedModel;
  readonly draft: (model: ApiModel, options: EmitOptions) => Emitted;
  readonly format: (emitted: Emitted) => Promise<FormattedPackage>;
  readonly plan: (files: readonly OutputFile[]) => Promise<OutputPlan>;
}

/** Steps that know what earlier runs have kept, and look at everything that stands on the disk. */
function plainSteps({ context, settings, work, progress }: Making): Steps {
  const advance = (done: number, total: number): void => {
    progress.advance(done, total);
  };
  return {
    read: (sources) => readResults(sources, work, advance),
    operations: () => rememberOperations(work),
    linking: null,
    share: (selected) => selected,
    draft: draftPackage,
    format: (emitted) => formatPackage(emitted, work, advance),
    plan: async (files) => planOutput(context.host, settings.out, files, { known: await work.standing() }),
  };
}

/**
 * Opens what earlier runs have linked; null where nothing is kept.
 *
 * @param isLasting whether it is for several runs
 */
export async function rememberOperations(
  { operations, stamp }: Work,
  isLasting = false,
): Promise<OperationMemory | null> {
  const store = await operations();
  return store === null ? null : createOperationMemory(store, stamp, isLasting);
}

/**
 * Makes a package of pages that are read, up to the plan of what to write.
 *
 * @param making the world and what to do
 * @param sources pages
 * @param steps how to read, format and compare
 * @throws CommandFailure when the docs hold nothing that a package can be made of
 * @throws ConfigError when a pattern of the selection matches nothing
 */
export async function make(
  making: Making,
  sources: readonly FoundPage[],
  steps: Steps = plainSteps(making),
): Promise<Build> {
  const { context, settings, progress } = making;
  await progress.step("Reading pages");
  const results = await steps.read(sources);
  await progress.step("Linking");
  const operations = await steps.operations();
  const whole = linkResults(results, settings, operations, steps.linking);
  // As with the pages, this is written while the run goes on.
  void operations?.save();
  const selected = steps.share(select(whole, settings));
  const { model } = selected;
  if (isEmpty(model)) {
    const docs = shownPath(context, settings.docs);
    throw new CommandFailure(`No page in ${docs} describes a type, an enum or an operation: nothing is written`);
  }
  const files = await printPackage(making, selected, steps, operations?.summarize);
  await progress.step(`Comparing with ${shownPath(context, settings.out)}`);
  const plan = await steps.plan(files);
  const { types, enums, diagnostics } = model;
  const counts = { types: types.length, enums: enums.length, operations: model.operations.length };
  const facts = { pages: sources.length, ...counts };
  return { facts, diagnostics, plan };
}

async function printPackage(
  { context, settings, progress }: Making,
  { whole, model }: SelectedModel,
  steps: Steps,
  summarize: Summarize | undefined,
): Promise<readonly OutputFile[]> {
  await progress.step("Printing");
  const emitted = steps.draft(model, {
    ...{ ...settings, whole, docsFromPackage: docsFromPackage(settings) },
    ...(summarize === undefined ? {} : { summarize }),
  });
  await progress.step("Formatting");
  const { files, pages } = await steps.format(emitted);
  return settings.shipDocs ? [...files, ...(await shippedPages(context.host, settings, pages))] : files;
}

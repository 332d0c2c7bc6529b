import type { ApiModel } from "../../api/model.ts";
import { filesIn } from "../../api/select/sources.ts";
import { draftPackage } from "../../emit/emit.ts";
import type { OutputFile } from "../../emit/model.ts";
import type { Finding } from "../../lint/catalog.ts";
import { findingsOf } from "../../lint/findings.ts";
import type { OutputPlan } from "../../output/model.ts";
import { planOutput } from "../../output/plan.ts";
import { linkDocs } from "../../pipeline.ts";
import type { LintedSource } from "../../read/lint-task.ts";
import { readPages } from "../../read/pages.ts";
import { docsFromPackage, type Settings } from "../../settings.ts";
import type { Docs } from "../../source/find.ts";
import type { FoundPage } from "../../source/model.ts";
import type { Work } from "../../workers/work.ts";
import { shownPath, type Context } from "../context.ts";
import { noticesOf, type Notices } from "../notices.ts";
import type { Progress } from "../progress/progress.ts";
import { expectContent, select, type SelectedModel } from "../read.ts";
import { shippedPages } from "./ship.ts";
import { printPackage } from "./print-package.ts";

/** Counts in the summary of a run. */
export interface RunFacts {
  readonly pages: number;
  readonly types: number;
  readonly enums: number;
  readonly operations: number;
}

/** Result of a run: everything is computed, nothing is written. */
export interface Build {
  /** Counts of the model that the package is generated from: the whole, or the selected part. */
  readonly facts: RunFacts;
  readonly notices: Notices;
  readonly plan: OutputPlan;
}

/** A build whose docs were read, with all of their findings. */
export interface FreshBuild extends Build {
  readonly findings: readonly Finding[];
}

/** Everything that a run needs except the docs. */
export interface BuildContext {
  readonly context: Context;
  readonly settings: Settings;
  readonly work: Work;
  readonly progress: Progress;
}

/** Reads the facts of pages. */
export type ReadPages = (pages: readonly FoundPage[]) => Promise<readonly LintedSource[]>;

/**
 * Builds a package from pages, up to the plan of what to write.
 *
 * @param build environment of the run
 * @param docs files of the docs
 * @param read reads the pages
 * @throws CommandFailure if the docs describe nothing to generate a package from
 * @throws ConfigError if a pattern of the selection matches nothing
 */
export async function buildPackage(
  build: BuildContext,
  { pages, files: docsFiles }: Docs,
  read: ReadPages = (found) => readPages(found, build.settings.dialect, build.work, advanceOf(build)),
): Promise<FreshBuild> {
  const { context, settings, work, progress } = build;
  const results = await progress.step("Reading pages", () => read(pages));
  const checked = await progress.step("Linking", () => linkDocs(results, docsFiles, settings));
  const selected = selectedModel(build, checked.model);
  const findings = await progress.step("Checking rules", () => findingsOf(checked, settings.rules));
  const files = await packageFiles(build, selected);
  const plan = await progress.step(`Comparing with ${shownPath(context, settings.out)}`, async () =>
    planOutput(context.host, settings.out, files, await work.packageFiles()),
  );
  const facts = { pages: pages.length, ...countModel(selected.model) };
  return { facts, findings, notices: noticesOf(findings, isOfSelection(selected), settings), plan };
}

/** Whether a finding is about a page of the selected part. */
function isOfSelection({ whole, model }: SelectedModel): (finding: Finding) => boolean {
  if (whole === model) return () => true;
  const files = filesIn([...model.types, ...model.enums, ...model.operations]);
  return ({ place }) => files.has(place.file);
}

function advanceOf({ progress }: Pick<BuildContext, "progress">): (done: number, total: number) => void {
  return (done, total) => {
    progress.advance(done, total);
  };
}

function selectedModel({ context, settings }: BuildContext, model: ApiModel): SelectedModel {
  expectContent(model, shownPath(context, settings.docs));
  return select(model, settings);
}

function countModel({ types, enums, operations }: ApiModel): Omit<RunFacts, "pages"> {
  return { types: types.length, enums: enums.length, operations: operations.length };
}

async function packageFiles(
  { context, settings, work, progress }: BuildContext,
  { whole, model }: SelectedModel,
): Promise<readonly OutputFile[]> {
  const draft = await progress.step("Planning", () =>
    draftPackage(model, { ...settings, whole, docsFromPackage: docsFromPackage(settings) }),
  );
  const { files, pages } = await printPackage(draft, settings.out, work, progress);
  return settings.shipDocs ? [...files, ...(await shippedPages(context.host, settings, pages))] : files;
}

import type { ApiModel } from "../../api/model.ts";
import type { Finding } from "../../lint/catalog.ts";
import { findingsOf } from "../../lint/findings.ts";
import { lintMetadata } from "../../lint/lint.ts";
import type { Metadata } from "../../metadata/model.ts";
import type { NumberedFault } from "../../proof/model.ts";
import { linkDocs } from "../../pipeline.ts";
import { readPages } from "../../read/pages.ts";
import type { Settings } from "../../settings.ts";
import { findDocs, type Docs } from "../../source/find.ts";
import { PLAIN_WORK, type Work } from "../../workers/work.ts";
import { shownPath, type Context } from "../context.ts";
import type { Progress } from "../progress/progress.ts";
import type { LoadedMetadata } from "./metadata.ts";

/**
 * Finds all problems of the docs: the diagnostics of the stages, the findings of the rules, and the examples that
 * contradict the tables.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @param examples whether to check the JSON examples against their types
 * @param compared metadata of the service to compare the docs with, or null
 * @returns sorted by place, with the configured severities, without the findings that comments in the pages suppress
 */
export async function findDiagnostics(
  context: Context,
  settings: Settings,
  examples: boolean,
  compared: LoadedMetadata | null = null,
): Promise<readonly Finding[]> {
  const { progress, work = PLAIN_WORK } = context;
  const docs = await progress.step(`Finding pages in ${shownPath(context, settings.docs)}`, async () =>
    findDocs({ host: context.host, ...settings }, await work.sources()),
  );
  const { rules, baseUrl, dialect } = settings;
  // The result depends on every page with its includes, every file that a link can point to, and the rules.
  const pages = docs.pages.map(({ path, content }) => [path, content]);
  const metadata = compared === null ? null : [compared.metadata.file, compared.text];
  const key = JSON.stringify({ rules, baseUrl, dialect, examples, files: docs.files, pages, metadata });
  return progress.step("Finding problems", () =>
    work.memo.run(FINDINGS, key, {}, () =>
      lintPages(docs, settings, { examples, metadata: compared?.metadata ?? null }, { work, progress }),
    ),
  );
}

const FINDINGS = {
  name: "findings",
  is: (value: unknown): value is readonly Finding[] => Array.isArray(value),
};

async function lintPages(
  docs: Docs,
  settings: Settings,
  { examples, metadata }: { readonly examples: boolean; readonly metadata: Metadata | null },
  { work, progress }: { readonly work: Work; readonly progress: Progress },
): Promise<readonly Finding[]> {
  const read = await progress.step("Reading pages", () =>
    readPages(docs.pages, settings.dialect, work, (done, total) => {
      progress.advance(done, total);
    }),
  );
  const checked = await progress.step("Linking", () => linkDocs(read, docs.files, settings));
  const { model } = checked;
  const found = {
    examples: examples ? await progress.step("Checking examples", () => checkExamples(model, work)) : null,
    metadata:
      metadata === null
        ? null
        : await progress.step("Comparing with the metadata", () => lintMetadata({ model, metadata })),
  };
  return progress.step("Checking rules", () => findingsOf(checked, settings.rules, found));
}

const PROOFS = {
  name: "proofs",
  is: (value: unknown): value is readonly NumberedFault[] => Array.isArray(value),
};

/** Loaded on demand: the compiler takes a second to load. */
async function checkExamples(model: ApiModel, { memo }: Work): Promise<readonly Finding[]> {
  const { documentedExamples, reportExamples } = await import("../../proof/lint-examples.ts");
  const examples = documentedExamples(model);
  const faults = await memo.runAll(PROOFS, examples.inputs, {}, (missing) =>
    Promise.resolve(examples.check(missing.map(({ index }) => index))),
  );
  return reportExamples(model, examples, faults);
}

import type { ApiModel } from "../../api/model.ts";
import { compareDiagnostics } from "../../diagnostics/diagnostic.ts";
import { isMetadataCode, type DiagnosticCode, type Finding } from "../../lint/catalog.ts";
import { atLevels } from "../../lint/levels.ts";
import { lintMetadata, lintSite } from "../../lint/lint.ts";
import { suppress } from "../../lint/suppress.ts";
import type { Metadata } from "../../metadata/model.ts";
import type { NumberedFault } from "../../proof/model.ts";
import { lintResults } from "../../read/pages.ts";
import { linkResults } from "../../pipeline.ts";
import type { Settings } from "../../settings.ts";
import { findAllPages } from "../../source/find.ts";
import type { FoundPage } from "../../source/model.ts";
import { PLAIN_WORK, type Work } from "../../workers/work.ts";
import type { Context } from "../context.ts";
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
  const work = context.work ?? PLAIN_WORK;
  const sources = await findAllPages({ host: context.host, ...settings }, await work.sources());
  const files = await context.host.list(settings.docs);
  const { rules, baseUrl, dialect } = settings;
  // The result depends on every page with its includes, every file that a link can point to, and the rules.
  const pages = sources.map(({ path, content }) => [path, content]);
  const metadata = compared === null ? null : [compared.metadata.file, compared.text];
  const key = JSON.stringify({ rules, baseUrl, dialect, examples, files, pages, metadata });
  return work.memo.run(FINDINGS, key, {}, () =>
    lintPages(sources, files, settings, { examples, metadata: compared?.metadata ?? null }, work),
  );
}

const FINDINGS = {
  name: "findings",
  is: (value: unknown): value is readonly Finding[] => Array.isArray(value),
};

async function lintPages(
  sources: readonly FoundPage[],
  files: readonly string[],
  settings: Settings,
  { examples, metadata }: { readonly examples: boolean; readonly metadata: Metadata | null },
  work: Work,
): Promise<readonly Finding[]> {
  const results = await lintResults(sources, settings.dialect, work);
  const model = linkResults(
    results.map(({ result }) => result),
    settings,
  );
  const pages = results.flatMap(({ linted }) => linted ?? []);
  const indexes = pages.map(({ index }) => index);
  const found = [
    ...model.diagnostics,
    ...pages.flatMap(({ diagnostics }) => diagnostics),
    ...lintSite(model, indexes, files),
    ...(metadata === null ? [] : lintMetadata({ model, metadata })),
    ...(examples ? await checkExamples(model, work) : []),
  ];
  const isEnabled = (code: DiagnosticCode): boolean =>
    settings.rules[code] !== "off" && (examples || !isOfExamples(code)) && (metadata !== null || !isMetadataCode(code));
  return atLevels(suppress(found, indexes, isEnabled), settings.rules).toSorted(compareDiagnostics);
}

/** Whether a code belongs to a finding of the compiler in an example. */
export function isOfExamples(code: string): boolean {
  return /^example-(?:property|value|type)-/.test(code);
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

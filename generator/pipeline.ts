import { linkPages } from "./api/link.ts";
import type { ApiModel } from "./api/model.ts";
import { createCollector, type Diagnostic, type Result } from "./diagnostics/diagnostic.ts";
import type { Host } from "./host/host.ts";
import type { CheckedDocs } from "./lint/findings.ts";
import { GRAPH_DIALECT } from "./page/dialect.ts";
import type { Page } from "./page/model.ts";
import { findUnknownDialect } from "./page/unknown-dialect.ts";
import type { LintedSource } from "./read/lint-task.ts";
import { readPages, type Advance } from "./read/pages.ts";
import type { Settings } from "./settings.ts";
import { findAllPages } from "./source/find.ts";
import { PLAIN_WORK, type Work } from "./workers/work.ts";

/** Settings that affect reading. */
export type ReadSettings = Pick<Settings, "docs" | "root" | "baseUrl"> & Partial<Pick<Settings, "dialect">>;

/**
 * Reads the docs into the intermediate model: `source → markdown → page → api`.
 *
 * @param host file access
 * @param settings settings of the run
 * @param advance called after each part of the reading
 * @param work threads and results of earlier runs
 * @returns the model with its diagnostics
 */
export async function readModel(
  host: Host,
  settings: ReadSettings,
  advance: Advance = () => undefined,
  work: Work = PLAIN_WORK,
): Promise<ApiModel> {
  const pages = await findAllPages({ host, ...settings }, await work.sources());
  const read = await readPages(pages, settings.dialect ?? GRAPH_DIALECT, work, advance);
  return linkResults(
    read.map(({ result }) => result),
    settings,
  );
}

/**
 * Links the pages of the docs, and keeps what the rules need.
 *
 * @param read pages that have been read
 * @param files all files below the docs folder
 */
export function linkDocs(read: readonly LintedSource[], files: readonly string[], settings: ReadSettings): CheckedDocs {
  const model = linkResults(
    read.map(({ result }) => result),
    settings,
  );
  return { model, pages: read.flatMap(({ linted }) => linted ?? []), files };
}

/** One diagnostic about unknown words stands for those of every page. */
function isKnown({ code }: Diagnostic): boolean {
  return !["table-unknown", "page-without-facts", "operation-without-request"].includes(code);
}

/** Links the facts of the pages. */
export function linkResults(results: readonly Result<Page | null>[], settings: ReadSettings): ApiModel {
  const collector = createCollector();
  const pages = results.flatMap((result) => collector.pipe(result) ?? []);
  const unknown = findUnknownDialect(pages);
  const found = unknown === null ? collector.diagnostics : [unknown, ...collector.diagnostics.filter(isKnown)];
  return linkPages(pages, found, settings.dialect?.namespace, settings.baseUrl);
}

import { linkPages } from "./api/link.ts";
import type { LinkMemory } from "./api/link-memory.ts";
import type { KeptOperations } from "./api/link-operations.ts";
import type { ApiModel } from "./api/model.ts";
import { createCollector, type Result } from "./diagnostics/diagnostic.ts";
import type { Host } from "./host.ts";
import type { Page } from "./page/model.ts";
import { readResults } from "./page-results.ts";
import type { Settings } from "./settings.ts";
import { findAllPages } from "./source/find.ts";
import { PLAIN_WORK, type Work } from "./work.ts";

/** What reading needs to know. */
export type ReadSettings = Pick<Settings, "docs" | "root" | "baseUrl">;

/** Told how many pages of how many are read. */
export type Advance = (done: number, total: number) => void;

/**
 * Reads the docs into the intermediate model: `source → markdown → page → api`.
 *
 * @param host file access
 * @param settings settings of the run
 * @param advance told how far the reading is
 * @param work what earlier runs have done, and who does the rest
 * @returns the model, its diagnostics included
 */
export async function readModel(
  host: Host,
  settings: ReadSettings,
  advance: Advance = () => undefined,
  work: Work = PLAIN_WORK,
): Promise<ApiModel> {
  const pages = await findAllPages({ host, ...settings }, await work.sources());
  return linkResults(await readResults(pages, work, advance), settings);
}

/**
 * Links what the pages state.
 *
 * @param kept operations as earlier runs linked them
 * @param memory what is known of the run before in the same process
 */
export function linkResults(
  results: readonly Result<Page | null>[],
  settings: ReadSettings,
  kept: KeptOperations | null = null,
  memory: LinkMemory | null = null,
): ApiModel {
  const collector = createCollector();
  const pages = results.flatMap((result) => collector.pipe(result) ?? []);
  const model = linkPages(pages, collector.diagnostics, kept, memory);
  return { ...model, baseUrl: settings.baseUrl ?? model.baseUrl };
}

import { linkPages } from "./api/link.ts";
import type { ApiModel } from "./api/model.ts";
import { createCollector } from "./diagnostics/diagnostic.ts";
import type { Host } from "./host.ts";
import { pageTask } from "./page-task.ts";
import type { Settings } from "./settings.ts";
import { discoverPages, readPages } from "./source/read.ts";
import type { Page } from "./page/model.ts";

/** Pages that are read before the next progress report; also bounds how many texts are held at once. */
const CHUNK = 64;

/** What reading needs to know. */
export type ReadSettings = Pick<Settings, "docs" | "root" | "baseUrl">;

/**
 * Reads the docs into the intermediate model: `source → markdown → page → api`.
 *
 * @param host file access
 * @param settings settings of the run
 * @param advance told how many pages of how many are read
 * @returns the model, its diagnostics included
 */
export async function readModel(
  host: Host,
  settings: ReadSettings,
  advance: (done: number, total: number) => void = () => undefined,
): Promise<ApiModel> {
  const collector = createCollector();
  const context = { host, docs: settings.docs, root: settings.root };
  const paths = await discoverPages(context);
  const pages: Page[] = [];
  for (let start = 0; start < paths.length; start += CHUNK) {
    const sources = await readPages(context, paths.slice(start, start + CHUNK));
    pages.push(...sources.flatMap((source) => collector.pipe(pageTask(source)) ?? []));
    advance(Math.min(start + CHUNK, paths.length), paths.length);
  }
  const model = linkPages(pages, collector.diagnostics);
  return { ...model, baseUrl: settings.baseUrl ?? model.baseUrl };
}

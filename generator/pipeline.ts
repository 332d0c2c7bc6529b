import { linkPages } from "./api/link.ts";
import type { ApiModel } from "./api/model.ts";
import { createCollector } from "./diagnostics/diagnostic.ts";
import type { Host } from "./host.ts";
import { pageTask } from "./page-task.ts";
import type { Settings } from "./settings.ts";
import { discoverPages, readPages } from "./source/read.ts";

/**
 * Reads the docs into the intermediate model: `source → markdown → page → api`.
 *
 * @param host file access
 * @param settings complete settings of the run
 * @returns the model, its diagnostics included
 */
export async function readModel(host: Host, settings: Settings): Promise<ApiModel> {
  const collector = createCollector();
  const context = { host, docs: settings.docs, root: settings.root };
  const sources = await readPages(context, await discoverPages(context));
  const pages = sources.flatMap((source) => collector.pipe(pageTask(source)) ?? []);
  const model = linkPages(pages, collector.diagnostics);
  return { ...model, baseUrl: settings.baseUrl ?? model.baseUrl };
}

import { FORMAT_VERSION, type ApiModel } from "./api/model.ts";
import type { Host } from "./host.ts";
import type { Settings } from "./settings.ts";

/**
 * Reads the docs into the intermediate model: `source → markdown → page → api`.
 *
 * @param host file access
 * @param settings complete settings of the run
 * @returns the model, its diagnostics included
 */
export async function readModel(host: Host, settings: Settings): Promise<ApiModel> {
  await host.list(settings.docs);
  return { formatVersion: FORMAT_VERSION, baseUrl: null, types: [], enums: [], operations: [], diagnostics: [] };
}

import type { ApiModel } from "../../generator/api/model.ts";
import type { OutputFile } from "../../generator/emit/model.ts";
import { emitPackage } from "../../generator/emit/package-text.ts";
import type { Host } from "../../generator/host/host.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { formatFiles } from "../../generator/output/format.ts";
import { readModel } from "../../generator/pipeline.ts";
import { docsFromPackage, resolveSettings } from "../../generator/settings.ts";
import { REPOSITORY } from "./repository.ts";

export { REPOSITORY };

/** Reads the model of `docs-input`, or of other docs. */
export async function readSampleModel(
  host: Host = createNodeHost(),
  docs = "docs-input",
  root = docs,
): Promise<ApiModel> {
  return readModel(host, await resolveSettings(host, REPOSITORY, { docs, root }));
}

/** Generates the package of `docs-input` in memory. */
export async function generateSample(host: Host = createNodeHost()): Promise<readonly OutputFile[]> {
  const settings = await resolveSettings(host, REPOSITORY, { docs: "docs-input" });
  const options = { ...settings, docsFromPackage: docsFromPackage(settings) };
  return formatFiles(emitPackage(await readModel(host, settings), options));
}

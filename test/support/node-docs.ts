import path from "node:path";
import type { OutputFile } from "../../generator/emit/model.ts";
import { emitPackage } from "../../generator/emit/emit.ts";
import type { Host } from "../../generator/host.ts";
import { createNodeHost } from "../../generator/node-host.ts";
import { formatFiles } from "../../generator/output/format.ts";
import { readModel } from "../../generator/pipeline.ts";
import { resolveSettings } from "../../generator/settings.ts";

/** The repository. */
export const REPOSITORY = path.resolve(import.meta.dirname, "../..");

/** Generates the package of `docs-input` in memory. */
export async function generateSample(host: Host = createNodeHost()): Promise<readonly OutputFile[]> {
  const settings = await resolveSettings(host, REPOSITORY, { docs: "docs-input" });
  return formatFiles(emitPackage(await readModel(host, settings), settings));
}

import path from "node:path";
import { coverNamespaces, listUndocumented } from "../../lint/coverage.ts";
import type { Metadata } from "../../metadata/model.ts";
import { splitMessage } from "../../config/mistake.ts";
import { MetadataError, readMetadata } from "../../metadata/read.ts";
import { readModel } from "../../pipeline.ts";
import { ConfigError, type Settings } from "../../settings.ts";
import { decode } from "../../source/decode.ts";
import { visible } from "../../util/visible.ts";
import { shownPath, type Context } from "../context.ts";

/** The metadata of the service, and the text that it was read from. */
export interface LoadedMetadata {
  readonly text: string;
  readonly metadata: Metadata;
}

const EXPECTED = "Name a file with the XML of the service's $metadata.";

/**
 * Reads the file of `--metadata`.
 *
 * @param file absolute path
 * @throws ConfigError if the file does not exist or is not the metadata of an OData service
 */
export async function loadMetadata(context: Context, { docs }: Settings, file: string): Promise<LoadedMetadata> {
  const shown = shownPath(context, file);
  const kind = await context.host.kind(file);
  if (kind !== "file") {
    const problem = `--metadata ${shown} ${kind === null ? "does not exist" : "is a folder"}`;
    throw new ConfigError({ problem, remedy: EXPECTED });
  }
  const decoded = decode((await context.host.read(file)) ?? new Uint8Array());
  if ("problem" in decoded)
    throw new ConfigError(splitMessage(`--metadata ${shown}: Unexpected ${decoded.problem}`, EXPECTED));
  const { text } = decoded;
  try {
    // Diagnostics state paths relative to the docs.
    const metadata = { ...readMetadata(text, shown), file: path.relative(docs, file).replaceAll(path.sep, "/") };
    return { text, metadata };
  } catch (error) {
    if (error instanceof MetadataError) throw new ConfigError(splitMessage(`--metadata ${error.message}`, EXPECTED));
    throw error;
  }
}

/**
 * Prints how much of each namespace of the metadata the docs describe, and on request what they leave out.
 *
 * @param file path of the metadata for display
 */
export async function printCoverage(
  context: Context,
  settings: Settings,
  { metadata }: LoadedMetadata,
  { file, undocumented }: { readonly file: string; readonly undocumented: boolean },
): Promise<string> {
  const model = await readModel(context.host, settings, undefined, context.work);
  const namespaces = coverNamespaces(model, metadata);
  const width = Math.max(...namespaces.map(({ namespace }) => namespace.length));
  const lines = namespaces.map(({ namespace, types, enums }) => {
    const counts = `${of(types)} types and ${of(enums)} enums are documented`;
    return `${visible(namespace).padEnd(width)}  ${counts}`;
  });
  const left = undocumented
    ? listUndocumented(model, metadata).map(
        ({ kind, name, line }) => `${file}:${String(line)} undocumented ${kind} ${visible(name)}`,
      )
    : [];
  return [...left, "", ...lines, ""].join("\n");
}

function of({ documented, all }: { readonly documented: number; readonly all: number }): string {
  return `${String(documented)} of ${String(all)}`;
}

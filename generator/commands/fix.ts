import path from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { applyFixes, fixOf } from "../lint/fix.ts";
import type { Settings } from "../settings.ts";
import type { Context } from "./context.ts";
import { readText } from "./lines.ts";

/**
 * Mends in the pages what can be mended mechanically. Files that pages include are left alone: other pages share them.
 *
 * @param context the world
 * @param settings settings of the run
 * @param diagnostics what was found
 * @returns how many were mended
 */
export async function fixPages(
  { host }: Context,
  settings: Settings,
  diagnostics: readonly Diagnostic[],
): Promise<number> {
  const { docs } = settings;
  const version = versionOf(settings);
  let mended = 0;
  for (const file of new Set(diagnostics.map(({ place }) => place.file))) {
    const absolute = path.resolve(docs, file);
    const text = file.startsWith("../") ? null : await readText(host, absolute);
    if (text === null) continue;
    const lines = text.split("\n");
    const own = diagnostics.filter(({ place }) => place.file === file);
    const fixes = own.flatMap((diagnostic) => fixOf(diagnostic, lines, version) ?? []);
    const [fixed, count] = applyFixes(text, fixes);
    if (count > 0) await host.write(absolute, new TextEncoder().encode(fixed));
    mended += count;
  }
  return mended;
}

/** Version segment of the service's URLs. */
export function versionOf({ baseUrl }: Settings): string {
  return baseUrl?.split("/").at(-1) ?? "v1.0";
}

import { isUtf8 } from "node:buffer";
import path from "node:path";
import type { Host } from "../../host/host.ts";
import type { Finding } from "../../lint/catalog.ts";
import { applyFixes, fixOf, linesOf } from "../../lint/fix.ts";
import type { Settings } from "../../settings.ts";
import type { Context } from "../context.ts";

/**
 * Applies the automatic fixes to the pages. Included files are not changed, as several pages share them.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @param diagnostics diagnostics of the pages
 * @returns number of fixes
 */
export async function fixPages(
  { host }: Context,
  settings: Settings,
  diagnostics: readonly Finding[],
): Promise<number> {
  const { docs } = settings;
  const version = versionOf(settings);
  let fixedCount = 0;
  for (const file of new Set(diagnostics.map(({ place }) => place.file))) {
    const absolute = path.resolve(docs, file);
    const bytes = file.startsWith("../") ? null : await readText(host, absolute);
    if (bytes === null) continue;
    const { mark, text } = bytes;
    const lines = linesOf(text);
    const own = diagnostics.filter(({ place }) => place.file === file);
    const fixes = own.flatMap((diagnostic) => fixOf(diagnostic, lines, version) ?? []);
    const [fixed, count] = applyFixes(text, fixes);
    if (count > 0) await host.write(absolute, new TextEncoder().encode(mark + fixed));
    fixedCount += count;
  }
  return fixedCount;
}

/** Text of a page and its byte order mark, which positions do not count; null if it is not text. */
async function readText(host: Host, file: string): Promise<{ readonly mark: string; readonly text: string } | null> {
  const bytes = await host.read(file).catch(() => null);
  if (bytes === null || !isUtf8(bytes)) return null;
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const mark = whole.startsWith("\uFEFF") ? "\uFEFF" : "";
  return { mark, text: whole.slice(mark.length) };
}

/** Version in the URLs of the service. */
export function versionOf({ baseUrl }: Settings): string {
  return baseUrl?.split("/").at(-1) ?? "v1.0";
}

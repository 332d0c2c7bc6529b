import type { Host } from "../host/host.ts";
import { ConfigError } from "./model.ts";

/**
 * Replaces the version in the text of a config file; all other bytes are unchanged.
 *
 * @param file absolute path of a config file of any kind
 * @param shown path of the file for messages
 * @returns the new text of the file
 * @throws ConfigError if the file does not contain the version in quotes exactly once
 */
export async function replaceVersion(
  host: Host,
  file: string,
  shown: string,
  version: { readonly before: string; readonly after: string },
): Promise<string> {
  const text = new TextDecoder().decode((await host.read(file)) ?? new Uint8Array());
  const found = [...text.matchAll(/(packageVersion["']?\s*:\s*)(["'`])([^"'`\n]*)\2/g)];
  const [match] = found;
  if (match === undefined || found.length > 1 || match[3] !== version.before) {
    throw new ConfigError(
      {
        problem: `${shown}: Unexpected text, expected packageVersion: "${version.before}" once`,
        remedy: `Set it to "${version.after}" by hand.`,
      },
      "config",
    );
  }
  const start = match.index + (match[1] ?? "").length + 1;
  return text.slice(0, start) + version.after + text.slice(start + version.before.length);
}

import { compareStrings } from "../util/compare.ts";

/** File in the package that lists the files we wrote, so that only these are ever changed or removed. */
export const MANIFEST_PATH = ".graph-docs-manifest.json";

/** SHA-256 of every file we wrote, by POSIX path relative to the package. */
export type Manifest = ReadonlyMap<string, string>;

/** Prints a manifest, ordered by path. */
export function printManifest(manifest: Manifest): string {
  const files = Object.fromEntries([...manifest].toSorted(([a], [b]) => compareStrings(a, b)));
  return `${JSON.stringify({ generator: "graph-docs-codegen", files }, null, 2)}\n`;
}

/**
 * Reads a manifest.
 *
 * @param text content of the manifest file, or null without one
 * @returns the listed files; a damaged manifest, or a path that leaves the package, counts as not listed, which
 * makes the file foreign: the run then asks before it touches it
 */
export function parseManifest(text: string | null): Manifest {
  const files = text === null ? null : filesOf(parseJson(text));
  const entries = Object.entries(files ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && isSafePath(entry[0]),
  );
  return new Map(entries);
}

/** True for a relative POSIX path that stays inside its folder, whatever the operating system. */
export function isSafePath(path: string): boolean {
  return /^[^\\:\0]+$/.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function filesOf(value: unknown): object | null {
  if (typeof value !== "object" || value === null || !("files" in value)) return null;
  return typeof value.files === "object" ? value.files : null;
}

import { compareStrings } from "../util/compare.ts";
import { visible } from "../util/visible.ts";
import { isJsonObject, parseJsonObject } from "../util/json.ts";

/** File in the package that lists the generated files; only these are ever changed or removed. */
export const MANIFEST_PATH = ".graph-docs-manifest.json";

/** SHA-256 of each generated file, by POSIX path relative to the package. */
export type Manifest = ReadonlyMap<string, string>;

/** Prints a manifest, sorted by path. */
export function printManifest(manifest: Manifest): string {
  const files = Object.fromEntries([...manifest].toSorted(([a], [b]) => compareStrings(a, b)));
  return `${JSON.stringify({ generator: "graph-docs-codegen", files }, null, 2)}\n`;
}

/**
 * Reads a manifest.
 *
 * @param text text of the manifest; null if it does not exist
 * @returns the listed files, without damaged entries and paths that leave the package. Files that are not listed are
 * foreign: a run does not overwrite them without `--force`
 */
export function parseManifest(text: string | null): Manifest {
  const { files } = parseJsonObject(text ?? "");
  const entries = Object.entries(isJsonObject(files) ? files : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && isSafePath(entry[0]),
  );
  return new Map(entries);
}

/** Whether a path is a relative POSIX path that stays inside its folder on every operating system, and whose name shows all of its characters. */
export function isSafePath(path: string): boolean {
  return (
    !path.includes("\\") &&
    !path.includes(":") &&
    path === visible(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

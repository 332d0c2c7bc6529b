import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { isJsonObject, toJson } from "../../../generator/util/json.ts";

/** Sizes of a bundle in bytes. */
export interface BundleSize {
  readonly minified: number;
  readonly gzipped: number;
  /** Minified bytes of each module, the largest first. */
  readonly modules: Readonly<Record<string, number>>;
}

/**
 * Bundles a program for a browser, as small as it gets.
 *
 * @param peers folder in which the bundler is installed
 * @param program file of the program; its imports are found from there
 */
export function bundle(peers: string, program: string, out: string): BundleSize {
  const esbuild = path.join(peers, "node_modules/.bin/esbuild");
  const flags = ["--bundle", "--minify", "--format=esm", "--platform=browser", "--target=es2022", "--log-level=error"];
  const meta = `${out}.json`;
  execFileSync(esbuild, [program, ...flags, `--outfile=${out}`, `--metafile=${meta}`], { stdio: "pipe" });
  const bytes = readFileSync(out);
  const modules = readModules(readFileSync(meta, "utf8"));
  return { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length, modules };
}

/** The modules of a bundle with their sizes, from esbuild's description of it. */
function readModules(text: string): Readonly<Record<string, number>> {
  const parsed: unknown = JSON.parse(text);
  const meta = toJson(parsed);
  const outputs = isJsonObject(meta) && isJsonObject(meta.outputs) ? Object.values(meta.outputs) : [];
  const sizes = outputs.flatMap((output) => {
    if (!isJsonObject(output) || !isJsonObject(output.inputs)) return [];
    return Object.entries(output.inputs).flatMap(([file, input]) => {
      const size = isJsonObject(input) ? input.bytesInOutput : 0;
      return typeof size === "number" && size > 0 ? [[path.basename(file), size] as const] : [];
    });
  });
  return Object.fromEntries(sizes.sort(([, one], [, other]) => other - one));
}

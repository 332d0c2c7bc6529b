import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** Sizes of a bundle in bytes. */
export interface BundleSize {
  readonly minified: number;
  readonly gzipped: number;
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
  execFileSync(esbuild, [program, ...flags, `--outfile=${out}`], { stdio: "pipe" });
  const bytes = readFileSync(out);
  return { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
}

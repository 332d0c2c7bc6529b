import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { run } from "../../generator/commands/run.ts";

const TOP = path.resolve(import.meta.dirname, "../..");
const SOURCES = path.join(TOP, "generator");

/** Replaces a text in a source of the program, which must contain it. */
export interface SourceEdit {
  /** Path relative to `generator/`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Builds another version of the program, which differs from this one in some lines.
 *
 * @param name name of the version, unique among tests
 * @returns its command line
 */
export async function loadVersion(name: string, edits: readonly SourceEdit[]): Promise<typeof run> {
  // Below the libraries, so that the program finds them.
  const outfile = path.join(TOP, "node_modules/.cache/test-versions", `${name}-${process.pid}.mjs`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.join(SOURCES, "commands/run.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    plugins: [
      {
        name: "edit",
        setup: (builder) => {
          builder.onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({
            contents: editedSource(file, edits),
            loader: "ts",
          }));
        },
      },
    ],
  });
  const loaded: unknown = await import(pathToFileURL(outfile).href);
  if (!isProgram(loaded)) throw new Error(`${outfile} does not export run`);
  return loaded.run;
}

function isProgram(value: unknown): value is { readonly run: typeof run } {
  return typeof value === "object" && value !== null && "run" in value;
}

/** The source, which still finds the files beside it. */
function editedSource(file: string, edits: readonly SourceEdit[]): string {
  const own = edits.filter((edit) => path.join(SOURCES, edit.file) === file);
  const text = own.reduce(
    (source, { from, to }) => {
      if (!source.includes(from)) throw new Error(`${file} does not contain ${from}`);
      return source.replace(from, to);
    },
    readFileSync(file, "utf8"),
  );
  const place = { url: pathToFileURL(file).href, filename: file, dirname: path.dirname(file) };
  return text.replaceAll("import.meta", `(${JSON.stringify(place)})`);
}

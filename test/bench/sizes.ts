import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { candidates } from "./package/candidates.ts";
import { jobProgram } from "./package/programs.ts";
import { DEFAULTS, type Edit } from "./package/defaults.ts";

/** Where the last sizes are kept. */
const KEPT = path.join(import.meta.dirname, "sizes.json");
/** Largest size of the program that reads and changes one thing, in compressed bytes. */
const LARGEST = 5850;
const REPOSITORY = path.resolve(import.meta.dirname, "../..");

/**
 * Measures how many bytes of a small program each default of the runtime takes: the program is bundled with and without
 * the default. Parts that two defaults share count for neither, so that the sum is less than the whole.
 *
 * @param keep whether to write the sizes to `sizes.json`
 * @returns whether the program is as small as it must be
 * @throws Error if the runtime no longer contains the code of a default
 */
export async function measureSizes(keep: boolean): Promise<boolean> {
  const [sample] = candidates(false);
  if (sample === undefined) throw new Error("The sample is missing, expected it to be the first candidate");
  const job = jobProgram(sample);
  const whole = await sizeOf(job, []);
  const full = await sizeOf(sample.full ?? "", []);
  const parts: [string, number][] = [];
  for (const [name, edits] of DEFAULTS) parts.push([name, whole - (await sizeOf(job, edits))]);
  const sorted = parts.toSorted(([, one], [, other]) => other - one);
  console.log(`${format(whole)}  GET and PATCH, minified and compressed; at most ${format(LARGEST).trim()}`);
  for (const [name, bytes] of sorted) console.log(`${format(bytes)}    of these for ${name}`);
  console.log(`${format(full)}  list, get, patch, post, batch and upload`);
  const sizes = { program: whole, defaults: Object.fromEntries(sorted), full };
  if (keep) writeFileSync(KEPT, `${JSON.stringify(sizes, null, 2)}\n`);
  return whole <= LARGEST;
}

function format(bytes: number): string {
  return bytes.toLocaleString("en").padStart(6);
}

/** Compressed bytes of a program that uses the package of the sample, whose runtime is edited first. */
async function sizeOf(contents: string, edits: readonly Edit[]): Promise<number> {
  const bundle = await build({
    stdin: { contents, resolveDir: REPOSITORY, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    plugins: [editedSample(edits)],
  });
  return gzipSync(bundle.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

/** Finds the package of the sample as its sources, with edits of the runtime. */
function editedSample(edits: readonly Edit[]): Plugin {
  return {
    name: "edited-sample",
    setup(building) {
      building.onResolve({ filter: /^bench-sample\// }, ({ path: name }) => {
        const module = name.replace(/^bench-sample\//, "");
        const file = module === "runtime" ? "runtime/index.ts" : `${module}.ts`;
        return { path: path.join(REPOSITORY, "generated/src", file), sideEffects: false };
      });
      building.onLoad({ filter: /runtime[\\/][\w-]+\.ts$/ }, ({ path: file }) => ({
        contents: editText(path.basename(file), readFileSync(file, "utf8"), edits),
        loader: "ts",
      }));
    },
  };
}

function editText(file: string, text: string, edits: readonly Edit[]): string {
  return edits
    .filter((edit) => edit.file === file)
    .reduce((edited, { before, after }) => {
      if (!before.test(edited)) throw new Error(`Unexpected ${file} without ${String(before)}: change defaults.ts`);
      return edited.replace(before, after);
    }, text);
}

import type { Options } from "prettier";
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import * as markdown from "prettier/plugins/markdown";
import { format } from "prettier/standalone";
import { PRINT_WIDTH, type OutputFile } from "../emit/model.ts";

/** Fixed options, so that configuration files near the output folder have no effect. */
const OPTIONS: Options = {
  printWidth: PRINT_WIDTH,
  proseWrap: "never",
  endOfLine: "lf",
};

const PARSERS: Readonly<Record<string, string>> = {
  // Babel also parses TypeScript, in two thirds of the time.
  ts: "babel-ts",
  mts: "babel-ts",
  js: "babel",
  mjs: "babel",
  json: "json",
  md: "markdown",
};

/**
 * Formats the files of a package; formatted files and files of other kinds are returned unchanged.
 *
 * @param files emitted files
 * @param onProgress called after each file with the number of formatted files
 * @returns the formatted files in the same order
 * @throws Error if a file cannot be parsed, which is a bug in the emitter
 */
export async function formatFiles(
  files: readonly OutputFile[],
  onProgress: (done: number) => void = () => undefined,
): Promise<readonly OutputFile[]> {
  const formatted: OutputFile[] = [];
  for (const file of files) {
    formatted.push({ path: file.path, text: await formatFile(file) });
    onProgress(formatted.length);
  }
  return formatted;
}

/** Whether text is already formatted JSON; formatting a long file again would take seconds. */
function isFormattedJson(text: string): boolean {
  if (/[[\]]|\{\s*\}/.test(text)) return false;
  try {
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n` === text;
  } catch {
    return false;
  }
}

/** Babel also parses TypeScript in Markdown, as Prettier's own parser for TypeScript is large. */
const TYPESCRIPT = { parsers: { typescript: babel.parsers["babel-ts"] } };

const PLUGINS: NonNullable<Options["plugins"]> = [babel, estree, markdown, TYPESCRIPT];

async function formatFile({ path, text, formatted = false }: OutputFile): Promise<string> {
  if (formatted) return text;
  const parser = PARSERS[path.slice(path.lastIndexOf(".") + 1)];
  if (parser === undefined || (parser === "json" && isFormattedJson(text))) return text;
  try {
    return await format(text, { ...OPTIONS, parser, plugins: PLUGINS });
  } catch (error) {
    throw new Error(`Emitted file ${path} cannot be parsed`, { cause: error });
  }
}

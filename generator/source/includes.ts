import { resolveInclude } from "../util/paths.ts";

const DIRECTIVE = /\[!INCLUDE\s*\[[^\]\n]*\]\s*\(([^)\n]+)\)/gi;

/**
 * Lists the files that Markdown includes with `[!INCLUDE [label](path)]`.
 *
 * @param file path of the Markdown file, relative to the docs folder
 * @param text Markdown
 * @returns paths relative to the docs folder, in order of appearance
 */
export function includedPaths(file: string, text: string): readonly string[] {
  const paths: string[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    const target = match[1]?.trim().split(/\s/)[0];
    if (target !== undefined && target !== "") paths.push(resolveInclude(file, target));
  }
  return paths;
}

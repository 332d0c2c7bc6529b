import { fits, INDENT } from "./layout.ts";
import type { OutputFile } from "./model.ts";

/** A list of texts alone, as `JSON.stringify` spreads it: Prettier puts it on one line where it fits. */
const LIST = /^( *)((?:"(?:[^"\\]|\\.)*": )?)\[\n((?: +"(?:[^"\\]|\\.)*",?\n)+) *\](,?)$/gm;

/**
 * Prints a value as a file of the package, as Prettier has it; what it lays out in another way is left to it.
 *
 * @param path of the file, relative to the package
 */
export function jsonFile(path: string, value: object): OutputFile {
  const spread = JSON.stringify(value, null, INDENT);
  const text = spread.replace(LIST, (all, indent: string, key: string, items: string, comma: string) => {
    const line = `${indent}${key}[${items.trim().split(/\n */).join(" ")}]${comma}`;
    return fits(line) ? line : all;
  });
  // Lists of anything else, and signs of another width.
  const isDoubtful = /\[$/m.test(text.replace(LIST, "")) || /[^ -~\n]/.test(text);
  return { path, text: `${text}\n`, settled: !isDoubtful };
}

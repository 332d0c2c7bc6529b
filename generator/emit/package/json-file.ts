import { jsonText } from "../../util/visible.ts";
import { fits, INDENT } from "../syntax/layout.ts";
import type { OutputFile } from "../model.ts";

/** A list of strings on several lines, as `JSON.stringify` prints it. Prettier puts it on one line if it fits. */
const LIST = /^( *)((?:"(?:[^"\\]|\\.)*": )?)\[\n((?: +"(?:[^"\\]|\\.)*",?\n)+) *\](,?)$/gm;

/**
 * Prints a value as a JSON file in the layout of Prettier, and marks it as unformatted if the layout may differ.
 *
 * @param path path of the file, relative to the package
 */
export function jsonFile(path: string, value: object): OutputFile {
  const spread = jsonText(value, INDENT);
  const text = spread.replace(LIST, (all, indent: string, key: string, items: string, comma: string) => {
    const line = `${indent}${key}[${items.trim().split(/\n */).join(" ")}]${comma}`;
    return fits(line) ? line : all;
  });
  // Other lists may be laid out differently, and non-ASCII characters may have a different width.
  const needsPrettier = /\[$/m.test(text.replace(LIST, "")) || /[^ -~\n]/.test(text);
  return { path, text: `${text}\n`, formatted: !needsPrettier };
}

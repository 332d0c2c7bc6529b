import { keyOf } from "../cache/store.ts";
import type { Draft } from "../emit/draft.ts";
import type { OutputFile } from "../emit/model.ts";
import type { Work } from "../work.ts";

/**
 * Prints the files of a package, and formats those that the printer leaves to the formatter; what an earlier run made
 * of the same content is taken from it.
 *
 * @param drafts files that are not printed yet
 * @param work what earlier runs have done, and who does the rest
 * @param advance told how many files of how many are formatted
 */
export async function formatDrafts(
  drafts: readonly Draft[],
  { files: store, pool, stamp }: Work,
  advance: (done: number, total: number) => void,
): Promise<readonly OutputFile[]> {
  const keys = drafts.map(({ path, content }) => keyOf(stamp, "file", path, content));
  const known = keys.map((key) => store.get(key));
  const missing = [...drafts.keys()].filter((index) => known[index] === null);
  const printed = await printDrafts(missing.flatMap((index) => drafts[index] ?? []));
  const items = printed.filter(({ settled }) => settled !== true);
  const texts = await pool.run({ kind: "format", items }, (done) => {
    advance(done, items.length);
  });
  const formatted = new Map(items.map(({ path }, at) => [path, texts[at] ?? ""]));
  for (const [at, index] of missing.entries()) {
    const file = printed[at];
    const text = formatted.get(file?.path ?? "") ?? file?.text ?? "";
    known[index] = text;
    store.set(keys[index] ?? "", text);
  }
  return drafts.map(({ path }, index) => ({ path, text: known[index] ?? "" }));
}

/** The printer is loaded where something has to be printed. */
async function printDrafts(drafts: readonly Draft[]): Promise<readonly OutputFile[]> {
  const printed: OutputFile[] = [];
  for (const { file } of drafts) {
    printed.push(typeof file === "function" ? file((await import("../emit/printer.ts")).printer) : file);
  }
  return printed;
}

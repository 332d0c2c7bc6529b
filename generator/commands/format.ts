import type { Emitted } from "../emit/emit.ts";
import type { Draft, Printed } from "../emit/draft.ts";
import type { OutputFile } from "../emit/model.ts";
import type { Work } from "../work.ts";
import { keptFiles } from "./kept-files.ts";

/** What printing needs of the work. */
type PrintWork = Pick<Work, "files" | "pool" | "stamp">;

/**
 * Prints the files of a package, and formats those that the printer leaves to the formatter; what an earlier run made
 * of the same content and inputs is taken from it.
 *
 * @param emitted files that are not printed yet
 * @param work what earlier runs have done, and who does the rest
 * @param advance told how many files of how many are formatted
 */
export async function formatDrafts(
  { drafts, digest }: Pick<Emitted, "drafts" | "digest">,
  { files, pool, stamp }: PrintWork,
  advance: (done: number, total: number) => void,
): Promise<readonly OutputFile[]> {
  const kept = keptFiles(files, stamp, digest);
  const texts = new Map<Draft, string>();
  for (const draft of drafts) {
    const text = kept.recall(draft);
    if (text !== null) texts.set(draft, text);
  }
  const printed = await printDrafts(drafts.filter((draft) => !texts.has(draft)));
  const unsettled = printed.filter(({ file }) => file.settled !== true);
  const formatted = await pool.run({ kind: "format", items: unsettled.map(({ file }) => file) }, (done) => {
    advance(done, unsettled.length);
  });
  for (const { draft, file } of printed) texts.set(draft, file.text);
  for (const [index, { draft }] of unsettled.entries()) texts.set(draft, formatted[index] ?? "");
  for (const { draft, inputs } of printed) kept.keep(draft, inputs, texts.get(draft) ?? "");
  return drafts.map((draft) => ({ path: draft.path, text: texts.get(draft) ?? "" }));
}

interface PrintedDraft extends Printed {
  readonly draft: Draft;
}

/** The printer is loaded where something has to be printed. */
async function printDrafts(drafts: readonly Draft[]): Promise<readonly PrintedDraft[]> {
  const printed: PrintedDraft[] = [];
  for (const draft of drafts) {
    const { file } = draft;
    if (typeof file === "function") printed.push({ draft, ...file((await import("../emit/printer.ts")).printer) });
    else printed.push({ draft, file, inputs: [] });
  }
  return printed;
}

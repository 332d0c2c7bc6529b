import type { PrintItem } from "../emit/print/print-item.ts";
import type { OutputFile } from "../emit/model.ts";
import type { Dialect } from "../page/dialect.ts";
import type { SourcePage } from "../source/model.ts";

/** Work that depends only on its input, so that any thread can run it. */
export type Task =
  | { readonly kind: "pages"; readonly dialect: Dialect; readonly items: readonly SourcePage[] }
  | { readonly kind: "print"; readonly items: readonly PrintItem[] }
  | { readonly kind: "format"; readonly items: readonly OutputFile[] };

/**
 * Runs a task.
 *
 * @returns text for each item: the result of a page with its findings as JSON, the printed text, or the formatted file
 */
export async function runTask(task: Task): Promise<readonly string[]> {
  // Each task loads only the code that it needs.
  if (task.kind === "pages") {
    const { lintTask, printLinted } = await import("../read/lint-task.ts");
    const { latePage, runInTime } = await import("../read/time-limit.ts");
    const read = (source: SourcePage): string => printLinted(lintTask(source, task.dialect));
    return runInTime(task.items, read, (source) => printLinted(latePage(source)));
  }
  if (task.kind === "print") {
    const { printItem } = await import("../emit/print/printer.ts");
    return task.items.map(printItem);
  }
  const { formatFiles } = await import("../output/format.ts");
  return (await formatFiles(task.items)).map(({ text }) => text);
}

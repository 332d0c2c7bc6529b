import { declareModule, type EmittedModule, type ModuleInput, type PackageDraft } from "../../emit/emit.ts";
import type { OutputFile } from "../../emit/model.ts";
import { joinSummaries, type ModuleSummary } from "../../emit/module-summary.ts";
import type { Outline } from "../../emit/content.ts";
import { modulePath } from "../../emit/print/module-plan.ts";
import type { PrintTask } from "../../emit/print/print-item.ts";
import type { Memo, Missing } from "../../memo/memo.ts";
import { hashOf } from "../../output/hash.ts";
import type { Pool } from "../../workers/pool.ts";
import type { Progress } from "../progress/progress.ts";
import type { Work } from "../../workers/work.ts";

/** A formatted file with its hash in the manifest of the package. */
interface FormattedFile {
  readonly text: string;
  readonly hash: string;
}

interface FormattedModule extends FormattedFile {
  readonly summary: ModuleSummary;
}

const FILES = { name: "files", is: (value: unknown): value is FormattedFile => hasText(value) };
const MODULES = {
  name: "modules",
  is: (value: unknown): value is FormattedModule => hasText(value) && "summary" in value,
};

function hasText(value: unknown): value is FormattedFile {
  return typeof value === "object" && value !== null && "text" in value && "hash" in value;
}

/** Receives the number of files that have been formatted, and the number of all files. */
type Advance = (done: number, total: number) => void;

/** Formatted files of a package, and the pages that its declarations link to. */
export interface PrintedPackage {
  readonly files: readonly OutputFile[];
  /** POSIX paths relative to the docs folder. */
  readonly pages: readonly string[];
}

/**
 * Prints the files of a package, and formats those that the printer has not formatted.
 *
 * @param draft the package to print
 * @param out folder of the package: modules of several packages are cached side by side
 * @param progress shows the modules that are printed
 */
export async function printPackage(
  draft: PackageDraft,
  out: string,
  { memo, pool }: Work,
  progress: Progress,
): Promise<PrintedPackage> {
  const advance: Advance = (done, total) => {
    progress.advance(done, total);
  };
  const scripts = await progress.step("Printing scripts", () => printAll(draft.scripts, pool));
  const modules = await progress.step("Printing modules", () => printModules(draft, out, { memo, pool }, advance));
  const summaries = modules.map(({ summary }) => summary);
  const others = await progress.step("Printing other files", () =>
    formatFiles([...draft.files, ...scripts, ...draft.finish(summaries)], memo, pool),
  );
  const files = modules.map(({ text, hash }, index) => ({
    path: modulePath({ module: draft.modules[index]?.module ?? "" }),
    text,
    hash,
  }));
  return { files: [...files, ...others], pages: joinSummaries(summaries).pages };
}

async function printModules(
  { modules, input }: PackageDraft,
  out: string,
  { memo, pool }: { readonly memo: Memo; readonly pool: Pool },
  advance: Advance,
): Promise<readonly FormattedModule[]> {
  const outlines = new Map(modules.map((outline) => [outline.module, outline]));
  const keys = modules.map(({ module }) => `${out}\n${module}`);
  return memo.runAll(MODULES, keys, { ...input, outlines }, async (missing) => {
    const emitted = await emitModules(missing, modules, pool);
    const texts = await formatTexts(
      emitted.map(({ file }) => file),
      pool,
      advance,
    );
    return emitted.map(({ summary }, index) => ({ ...toFormatted(texts[index] ?? ""), summary }));
  });
}

/** Number of modules to declare before the first one is printed: just enough to keep every thread busy. */
const BATCH = 256;

type OutlineInput = ModuleInput & { readonly outlines: ReadonlyMap<string, Outline> };

async function emitModules(
  missing: readonly Missing<OutlineInput>[],
  modules: readonly Outline[],
  pool: Pool,
): Promise<readonly EmittedModule[]> {
  const batches: Promise<readonly EmittedModule[]>[] = [];
  for (let start = 0; start < missing.length; start += BATCH) {
    const tasks = missing.slice(start, start + BATCH).flatMap(({ index, view }) => {
      const outline = view.outlines.get(modules[index]?.module ?? "");
      return outline === undefined ? [] : [declareModule(outline, view)];
    });
    // This thread declares further modules while other threads print.
    const batch = printAll(tasks, pool);
    // A failure is thrown where the batch is awaited; until then it must not count as unhandled.
    batch.catch(() => undefined);
    batches.push(batch);
    // Declarations take memory until they are printed.
    await batches.at(-3);
  }
  return (await Promise.all(batches)).flat();
}

async function printAll<T>(tasks: readonly PrintTask<T>[], pool: Pool): Promise<readonly T[]> {
  const texts = await pool.run({ kind: "print", items: tasks.map(({ item }) => item) });
  return tasks.map(({ finish }, index) => finish(texts[index] ?? ""));
}

async function formatFiles(files: readonly OutputFile[], memo: Memo, pool: Pool): Promise<readonly OutputFile[]> {
  const loose = files.filter(({ formatted }) => formatted !== true);
  const keys = loose.map(({ path, text }) => `${path}\n${text}`);
  const formatted = await memo.runAll(FILES, keys, {}, async (missing) => {
    const texts = await formatTexts(
      missing.flatMap(({ index }) => loose[index] ?? []),
      pool,
      () => undefined,
    );
    return texts.map(toFormatted);
  });
  const results = new Map(loose.map((file, index) => [file, formatted[index]]));
  return files.map((file) => ({ path: file.path, ...(results.get(file) ?? toFormatted(file.text)) }));
}

/** Formats the files that need it. */
async function formatTexts(files: readonly OutputFile[], pool: Pool, advance: Advance): Promise<readonly string[]> {
  const items = files.filter(({ formatted }) => formatted !== true);
  const texts = await pool.run({ kind: "format", items }, (done) => {
    advance(done, items.length);
  });
  const formatted = new Map(items.map((file, index) => [file, texts[index]]));
  return files.map((file) => formatted.get(file) ?? file.text);
}

function toFormatted(text: string): FormattedFile {
  return { text, hash: hashOf(text) };
}

import { changeOf, losesWork, type PlannedFile } from "../../output/model.ts";
import type { Settings } from "../../settings.ts";
import { build } from "./build.ts";
import { changedPagesOf, printPages } from "./changed-pages.ts";
import { shownPath, type Context, type ExitCode } from "../context.ts";
import { noteDiagnostics } from "../notice.ts";

/** Flags of `check` that are not settings. */
export interface CheckOptions {
  /** Print the changes as a unified diff. */
  readonly diff: boolean;
}

/**
 * Checks that the package is up to date without writing.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @param options flags of the command
 * @returns 0 if the package is up to date, 1 if a file would change
 */
export async function check(context: Context, settings: Settings, options: CheckOptions): Promise<ExitCode> {
  const { plan, notices } = await build(context, settings);
  await noteDiagnostics(context, settings, notices.listed);
  const changes = plan.files.filter((file) => changeOf(file) !== "unchanged");
  const out = shownPath(context, settings.out);
  if (changes.length === 0) {
    await context.stdout.write(`${out} is up to date: ${plan.files.length + plan.unchanged} files\n`);
    return 0;
  }
  const pagesByFile = changedPagesOf(plan);
  const lines = changes.map(
    (file) => `${label(file).padEnd(9)} ${out}/${file.path}${printPages(pagesByFile.get(file.path))}\n`,
  );
  await context.stdout.write(lines.join(""));
  if (options.diff) await context.stdout.write((await import("../../output/patch.ts")).patchOutput(plan));
  await context.stderr.write(`${out} is not up to date: run generate to update it\n`);
  return 1;
}

function label(file: PlannedFile): string {
  return losesWork(file) ? file.disk : changeOf(file);
}

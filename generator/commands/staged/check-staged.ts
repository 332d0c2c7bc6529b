import { createIndexHost } from "../../git/index-host.ts";
import { listIndex, listUnstaged } from "../../git/index-files.ts";
import { changeOf, type OutputPlan } from "../../output/model.ts";
import type { Settings } from "../../settings.ts";
import { build } from "../package/build.ts";
import { changedPagesOf, printPages } from "../package/changed-pages.ts";
import type { CheckOptions } from "../package/check.ts";
import { shownPath, type Context, type ExitCode } from "../context.ts";
import { CommandFailure } from "../failure.ts";
import { remedyFor } from "./remedy.ts";
import { foldersOf, readingGit, stagedFiles } from "./staged-files.ts";

/** Number of files to list of each kind, so that the message of a hook fits on a screen. */
const LISTED = 8;

/**
 * Runs `check` on the staged content instead of the working tree.
 *
 * @param context environment of the command; the docs and the package are in the Git repository of the current folder
 * @param settings settings of the run
 * @param options flags of the command
 * @returns 0 if the staged package matches the staged docs, or neither is staged; otherwise 1
 * @throws CommandFailure outside a repository, or if a merge is not resolved
 */
export async function checkStaged(context: Context, settings: Settings, options: CheckOptions): Promise<ExitCode> {
  return readingGit(async () => {
    const staged = await stagedFiles(context, settings);
    if (staged.length === 0) return 0;
    const plan = await planStaged(context, settings);
    const changes = plan.files.filter((file) => changeOf(file) !== "unchanged");
    if (changes.length === 0) return 0;
    if (options.diff) await context.stdout.write((await import("../../output/patch.ts")).patchOutput(plan));
    await context.stderr.write(await explain(context, settings, plan, staged));
    return 1;
  });
}

async function planStaged(context: Context, settings: Settings): Promise<OutputPlan> {
  const files = await listIndex(context.cwd, foldersOf(settings));
  const unmerged = files.find((file) => file.stage !== 0);
  if (unmerged !== undefined) {
    throw new CommandFailure(`${unmerged.path} is not merged: resolve the conflict, and stage it with git add`);
  }
  const host = await createIndexHost(context.cwd, files);
  const { plan } = await build({ ...context, host }, settings);
  return plan;
}

async function explain(
  context: Context,
  settings: Settings,
  plan: OutputPlan,
  staged: readonly string[],
): Promise<string> {
  const out = shownPath(context, settings.out);
  const isOut = (file: string): boolean => file.startsWith(`${out}/`);
  const pages = staged.filter((file) => !isOut(file));
  const pagesByFile = changedPagesOf(plan);
  const changes = plan.files.flatMap((file) => {
    const change = changeOf(file);
    return change === "unchanged"
      ? []
      : [`${change.padEnd(7)} ${out}/${file.path}${printPages(pagesByFile.get(file.path))}`];
  });
  const { generate, stage } = await remedyFor(context, settings);
  const loose = (await listUnstaged(context.cwd, [settings.docs])).filter((file) => !isOut(file));
  return [
    `The staged files in ${out} do not match the staged docs:`,
    ...shortened(changes),
    ...(pages.length > 0 ? ["Staged docs:", ...shortened(pages)] : []),
    ...(loose.length > 0
      ? ["Docs with changes that are not staged (stage or stash them first):", ...shortened(loose)]
      : []),
    "To fix this, run",
    `  ${generate} && ${stage}`,
    "",
  ].join("\n");
}

function shortened(lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, LISTED).map((line) => `  ${line}`);
  return lines.length > LISTED ? [...shown, `  and ${lines.length - LISTED} more`] : shown;
}

import { createIndexHost } from "../../git/index-host.ts";
import { listIndex, listUnstaged } from "../../git/index-files.ts";
import { changeOf, type OutputPlan } from "../../output/model.ts";
import type { Settings } from "../../settings.ts";
import { visible } from "../../util/visible.ts";
import { build } from "../package/build.ts";
import { howTo, keepFirst, type CheckOptions } from "../package/check.ts";
import { causeOf, listChanges } from "../package/out-of-date.ts";
import { remedyFor } from "../remedy.ts";
import { relativePath, shownPath, type Context, type ExitCode } from "../context.ts";
import { CommandFailure } from "../failure.ts";
import { foldersOf, readingGit, stagedFiles } from "./staged-files.ts";

/** Number of files to list of each kind, so that the message of a hook fits on a screen. */
const LISTED = 8;

/**
 * Runs `check` on the staged content instead of the working tree.
 *
 * @param context environment of the command; the docs and the package are in the Git repository of the current folder
 * @param settings settings of the run
 * @param config absolute path of the config file, or null
 * @param options flags of the command
 * @returns 0 if the staged package matches the staged docs, or neither is staged; otherwise 1
 * @throws CommandFailure outside a repository, or if a merge is not resolved
 */
export async function checkStaged(
  context: Context,
  settings: Settings,
  config: string | null,
  options: CheckOptions,
): Promise<ExitCode> {
  return readingGit(async () => {
    const staged = await stagedFiles(context, settings, config);
    if (staged.length === 0) return 0;
    const plan = await planStaged(context, settings);
    const changes = plan.files.filter((file) => changeOf(file) !== "unchanged");
    if (changes.length === 0) return 0;
    if (options.diff) await context.stdout.write((await import("../../output/patch.ts")).patchOutput(plan));
    await context.stderr.write(await explain(context, settings, { plan, staged, config, flags: options.flags }));
    return 1;
  });
}

async function planStaged(context: Context, settings: Settings): Promise<OutputPlan> {
  const files = await listIndex(context.cwd, foldersOf(settings));
  const unmerged = files.find((file) => file.stage !== 0);
  if (unmerged !== undefined) {
    throw new CommandFailure({
      problem: `${visible(unmerged.path)} is not merged`,
      remedy: "Resolve the conflict, and stage it with git add.",
    });
  }
  const host = await createIndexHost(context.cwd, files);
  const { plan } = await build({ ...context, host }, settings);
  return plan;
}

/** What is known about a staged package that is not up to date. */
interface Staged {
  readonly plan: OutputPlan;
  /** Staged files of the docs and the package, and the config file if it is staged. */
  readonly staged: readonly string[];
  readonly config: string | null;
  readonly flags: readonly string[];
}

async function explain(context: Context, settings: Settings, { plan, staged, config, flags }: Staged): Promise<string> {
  const out = shownPath(context, settings.out);
  const isOut = (file: string): boolean => file.startsWith(`${relativePath(context, settings.out)}/`);
  const isConfig = (file: string): boolean => config !== null && file === relativePath(context, config);
  const pages = staged.filter((file) => !isOut(file) && !isConfig(file));
  const { generate, stage, lost } = await remedyFor(context, settings, plan, flags);
  const loose = (await listUnstaged(context.cwd, [settings.docs])).filter((file) => !isOut(file));
  const inputs = inputsOf(pages.length > 0, staged.some(isConfig));
  return [
    `The staged files in ${out} do not match the staged docs: ${causeOf(plan, inputs)}`,
    ...shortened(listChanges(plan, out)),
    ...(pages.length > 0 ? ["Staged docs:", ...shortened(pages)] : []),
    ...(loose.length > 0 ? ["Docs with changes that are not staged:", ...shortened(loose)] : []),
    howTo([...(loose.length > 0 ? ["stage or stash the docs that are not staged"] : []), ...keepFirst(lost)]),
    `  ${generate} && ${stage}`,
    "",
  ].join("\n");
}

function inputsOf(areDocsStaged: boolean, isConfigStaged: boolean): string {
  if (areDocsStaged)
    return isConfigStaged ? "the staged docs and the staged config changed" : "the staged docs changed";
  return isConfigStaged ? "the staged config changed" : "they were generated from docs or a config that are not staged";
}

function shortened(lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, LISTED).map((line) => `  ${visible(line)}`);
  return lines.length > LISTED ? [...shown, `  and ${lines.length - LISTED} more`] : shown;
}

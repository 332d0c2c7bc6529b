import { changeOf } from "../../output/model.ts";
import type { Settings } from "../../settings.ts";
import { build } from "./build.ts";
import { shownPath, type Context, type ExitCode } from "../context.ts";
import { noteDiagnostics } from "../notice.ts";
import { remedyFor } from "../remedy.ts";
import { changedInputs } from "./changed-inputs.ts";
import { causeOf, listChanges } from "./out-of-date.ts";

/** Flags of `check` that are not settings. */
export interface CheckOptions {
  /** Print the changes as a unified diff. */
  readonly diff: boolean;
  /** Flags of the call that `generate` needs to write the same package. */
  readonly flags: readonly string[];
}

/**
 * Checks that the package is up to date without writing. If not, lists the files that would change, and what that changes
 * in the public API.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @param config absolute path of the config file, or null
 * @param options flags of the command
 * @returns 0 if the package is up to date, 1 if a file would change
 */
export async function check(
  context: Context,
  settings: Settings,
  config: string | null,
  options: CheckOptions,
): Promise<ExitCode> {
  const { plan, notices } = await build(context, settings);
  await noteDiagnostics(context, settings, notices.listed);
  const changes = plan.files.filter((file) => changeOf(file) !== "unchanged");
  const out = shownPath(context, settings.out);
  if (changes.length === 0) {
    await context.stdout.write(`${out} is up to date: ${plan.files.length + plan.unchanged} files\n`);
    return 0;
  }
  await context.stdout.write(listChanges(plan, out).join("\n") + "\n");
  await context.stdout.write((await import("./api-changes.ts")).describeApiChanges(context, settings, plan));
  if (options.diff) await context.stdout.write((await import("../../output/patch.ts")).patchOutput(plan));
  const { generate, lost } = await remedyFor(context, settings, plan, options.flags);
  const cause = causeOf(plan, await changedInputs(settings, config));
  await context.stderr.write(`${out} is not up to date: ${cause}\n${howTo(keepFirst(lost))}\n  ${generate}\n`);
  return 1;
}

/** Maximum number of files to name on a line. */
const NAMED = 3;

/** What to do before files are replaced that were written by hand. */
export function keepFirst(lost: readonly string[]): readonly string[] {
  if (lost.length === 0) return [];
  const others = lost.length > NAMED ? ` and ${lost.length - NAMED} more` : "";
  return [`keep a copy of what was written by hand in ${lost.slice(0, NAMED).join(", ")}${others}`];
}

/**
 * The line above the command that brings a package up to date.
 *
 * @param before what the user has to do before
 */
export function howTo(before: readonly string[]): string {
  return before.length === 0 ? "To fix this, run" : `To fix this, ${before.join(", ")}, then run`;
}

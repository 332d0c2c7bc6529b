import { countSeverities } from "../../diagnostics/report/text.ts";
import { losesWork, type OutputPlan } from "../../output/model.ts";
import { writeOutput } from "../../output/write.ts";
import type { Settings } from "../../settings.ts";
import { visible } from "../../util/visible.ts";
import { PLAIN_WORK } from "../../workers/work.ts";
import { build } from "./build.ts";
import { shownPath, type Context, type ExitCode } from "../context.ts";
import { CommandFailure } from "../failure.ts";
import { withLock } from "../locked.ts";
import { noteDiagnostics } from "../notice.ts";
import type { Notices } from "../notices.ts";
import { summarise } from "./summary.ts";

/** Flags of `generate` that are not settings. */
export interface GenerateOptions {
  /** Replace files that were edited by hand or that the generator did not write. */
  readonly force: boolean;
}

/**
 * Writes the package: everything is computed before anything is written.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @param options flags of the command
 * @returns 0 if the package is written, even if the docs have problems
 * @throws CommandFailure if writing fails, or if `strict` is set and the docs have an error; the old package is
 * then unchanged
 */
export async function generate(context: Context, settings: Settings, options: GenerateOptions): Promise<ExitCode> {
  const start = context.now();
  return withLock(context, settings.out, async (): Promise<ExitCode> => {
    const result = await build(context, settings);
    await noteDiagnostics(context, settings, result.notices.listed);
    refuseErrors(settings, result.notices);
    if (!options.force) refuseLosses(context, result.plan, FORCE);
    const out = shownPath(context, settings.out);
    await context.progress.step(`Writing ${out}`, async () =>
      writeOutput(context.host, result.plan, await (context.work ?? PLAIN_WORK).packageFiles()),
    );
    await context.stdout.write(summarise(result, out, context.now() - start));
    return 0;
  });
}

/** @throws CommandFailure if `strict` is set and the docs have an error */
export function refuseErrors({ strict }: Settings, { listed }: Notices): void {
  if (!strict || countSeverities(listed).error === 0) return;
  throw new CommandFailure({
    problem: "The docs have errors and --strict is set: nothing is written",
    remedy: "Fix the errors above, or run without --strict.",
  });
}

const LISTED = 10;
const FORCE = "or run again with --force to replace them (check --diff shows what would be lost)";

/**
 * Refuses to lose work.
 *
 * @param advice what to do other than moving the files away
 * @throws CommandFailure if a plan would replace files that the generator did not write
 */
export function refuseLosses(context: Context, plan: OutputPlan, advice: string): void {
  const lost = plan.files.filter(losesWork);
  if (lost.length === 0) return;
  const lines = lost.slice(0, LISTED).map(({ path, disk }) => {
    const shown = `${shownPath(context, plan.out)}/${visible(path)}`;
    return disk === "edited" ? `  ${shown} was edited by hand` : `  ${shown} was not written by this program`;
  });
  if (lost.length > LISTED) lines.push(`  and ${lost.length - LISTED} more`);
  throw new CommandFailure({
    problem: `Nothing is written, because these files would be lost:\n${lines.join("\n")}`,
    remedy: `Move these files away, ${advice}.`,
  });
}
